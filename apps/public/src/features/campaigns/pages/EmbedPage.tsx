import { usePage } from "../../../shell/page-context";
import type { CampaignView, FixedPeople } from "../model/campaign-view";
import { ActionPanel } from "../panel/ActionPanel";
import { Closed } from "../sections/Closed";

type EmbedPageProps = { campaign: CampaignView; people: FixedPeople; address: string; embeddedMail: boolean };

/** The panel alone. Links open beside the page around; its height is told to that page as it changes. */
export const EmbedPage = ({ campaign, people, address, embeddedMail }: EmbedPageProps) => {
  const { t, link } = usePage();
  return (
    <div className="embed" data-embed={campaign.slug}>
      <h1>{campaign.title}</h1>
      {campaign.state === "open" ? (
        <ActionPanel campaign={campaign} people={people} address={address} embeddedMail={embeddedMail} plain={null} embedded />
      ) : (
        <Closed campaign={campaign} address={address} />
      )}
      <p className="hint">
        <a href={link(`/c/${campaign.slug}`)} target="_blank" rel="noopener">
          {t("campaign.embedOpen")}
        </a>
      </p>
    </div>
  );
};

import { sampleSupporters } from "@cml/domain/influence";
import { Island } from "../../../islands/Island";
import { usePage } from "../../../shell/page-context";
import { LetterPanel } from "../letter-panel/LetterPanel";
import type { PanelCampaign } from "../letter-panel/panel-campaign";
import type { CampaignView, FixedPeople } from "../model/campaign-view";
import type { PlainForm } from "./plain-form";
import { PlainPanel } from "./PlainPanel";

type ActionPanelProps = {
  campaign: CampaignView;
  people: FixedPeople;
  address: string;
  embeddedMail: boolean;
  plain: PlainForm | null;
  embedded?: boolean;
};

/**
 * The panel as it wakes in the browser, or, once a browser without JavaScript has told where somebody lives, the plain
 * forms in its place. Where JavaScript works after all the panel takes over there too.
 */
export const ActionPanel = ({ campaign, people, address, embeddedMail, plain, embedded = false }: ActionPanelProps) => {
  const { t } = usePage();
  if (campaign.methods.length === 0 && !campaign.allowCalls) return <p className="notice">{t("campaign.noMethods")}</p>;
  return (
    <Island
      name="letter"
      component={LetterPanel}
      props={{ campaign: panelCampaign(campaign), address, embeddedMail, fixed: campaign.needsPlace ? null : people, embedded }}
      {...(plain === null ? {} : { instead: <PlainPanel campaign={campaign} plain={plain} /> })}
    />
  );
};

/** Only what the panel acts on: the article's words are on the page already and need not travel twice. */
const panelCampaign = (campaign: CampaignView): PanelCampaign => ({
  slug: campaign.slug,
  title: campaign.title,
  letter: campaign.letter,
  isPreview: campaign.isPreview,
  previewToken: campaign.previewToken,
  samples: campaign.isPreview ? [...sampleSupporters] : [],
  methods: campaign.methods,
  needsPlace: campaign.needsPlace,
  allowEditing: campaign.allowEditing,
  allowCalls: campaign.allowCalls,
  // The server makes the sheet from its own copy; only a preview tells what it shows.
  callScript: campaign.isPreview ? campaign.callScript : "",
  collectUserInfo: campaign.collectUserInfo,
  askStreet: campaign.askStreet,
  personalPrompt: campaign.personalPrompt,
  publicRecord: campaign.publicRecord,
  officeLink: campaign.officeLink,
  verifySender: campaign.verifySender,
});

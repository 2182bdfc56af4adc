import { usePage } from "../../../shell/page-context";
import { firstParagraph } from "../../../shell/paragraphs";
import type { CampaignCardView } from "../model/campaign-view";
import { Cover } from "./Cover";

type CardProps = {
  campaign: CampaignCardView;
  large?: boolean;
  /** By where the card stands in the page's outline. */ heading?: "h2" | "h3";
};

export const CampaignCard = ({ campaign, large = false, heading: Heading = "h3" }: CardProps) => {
  const { t, link } = usePage();
  const { slug, title, description, coverUrl, levels, letterCount, highlighted } = campaign;
  return (
    <article className={large ? "card card-large" : "card"}>
      <Cover url={coverUrl} title={title} />
      <div className="card-text">
        {highlighted ? <p className="tag">{t("campaigns.highlighted")}</p> : null}
        <Heading>
          <a href={link(`/c/${slug}`)}>{title}</a>
        </Heading>
        <p className="clamp">{firstParagraph(description)}</p>
        <p className="card-facts">
          {levels.length === 0 ? null : <span>{levels.map((level) => t(`levels.${level}`)).join(" · ")}</span>}
          {letterCount === null ? null : (
            <span className="tabular">{letterCount === 0 ? t("campaigns.beFirst") : t("campaigns.letters", { count: letterCount })}</span>
          )}
        </p>
      </div>
    </article>
  );
};

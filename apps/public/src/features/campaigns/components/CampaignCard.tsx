import { usePage } from "../../../shell/page-context";
import { firstParagraph } from "../model/paragraphs";
import type { CampaignCardView } from "../model/campaign-view";
import { Cover } from "./Cover";

export const CampaignCard = ({ campaign, large = false }: { campaign: CampaignCardView; large?: boolean }) => {
  const { t, link } = usePage();
  const { slug, title, description, coverUrl, levels, letterCount, highlighted } = campaign;
  return (
    <article className={large ? "card card-large" : "card"}>
      <Cover url={coverUrl} title={title} />
      <div className="card-text">
        {highlighted ? <p className="tag">{t("campaigns.highlighted")}</p> : null}
        <h3>
          <a href={link(`/c/${slug}`)}>{title}</a>
        </h3>
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

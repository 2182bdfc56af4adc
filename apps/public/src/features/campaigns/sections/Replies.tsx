import { usePage } from "../../../shell/page-context";
import type { CampaignView } from "../model/campaign-view";

/** A campaign that publishes what representatives answer says so, and asks for the answers people get. */
export const Replies = ({ campaign: { slug, showReplies, replyCount } }: { campaign: CampaignView }) => {
  const { t, link } = usePage();
  if (!showReplies) return null;
  return (
    <section aria-labelledby="replies">
      <h2 id="replies">{t("campaign.replies")}</h2>
      {replyCount !== null && replyCount > 0 ? (
        <p className="counters">
          <span>
            <strong className="tabular">{replyCount}</strong> {t("campaign.replyCount", { count: replyCount })}
          </span>
        </p>
      ) : null}
      <p className="prose">{t("campaign.repliesText")}</p>
      <p className="row">
        <a className="button button-quiet" href={link(`/c/${slug}/replies`)}>
          {t("campaign.repliesAll")}
        </a>
        <a className="button button-quiet" href={link(`/c/${slug}/replies/new`)}>
          {t("campaign.repliesShare")}
        </a>
      </p>
    </section>
  );
};

import { usePage } from "../../../shell/page-context";
import type { CampaignView } from "../model/campaign-view";

/** A campaign that publishes what representatives answer says so, and asks for the answers people get. */
export const Replies = ({ campaign: { showReplies, replyCount } }: { campaign: CampaignView }) => {
  const { t } = usePage();
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
    </section>
  );
};

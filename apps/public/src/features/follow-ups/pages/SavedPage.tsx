import type { ReplyOutcome } from "@cml/domain/influence";
import { usePage } from "../../../shell/page-context";
import type { FollowUpView } from "../model";

const words = {
  ANSWERED: "ended.savedAnswered",
  ACKNOWLEDGED: "ended.savedAcknowledged",
  NOT_SATISFACTORY: "ended.savedNotSatisfactory",
  NOTHING: "ended.savedNothing",
} as const satisfies Record<ReplyOutcome, string>;

/** After the button: what it is good for, in a tone that fits the answer, and the way to show an answer to others. */
export const SavedPage = ({ page, token }: { page: FollowUpView; token: string }) => {
  const { t, link } = usePage();
  const outcomes = [...new Set(page.letters.flatMap(({ report }) => (report === null ? [] : [report.outcome])))];
  const [only, ...others] = outcomes;
  const hasReply = outcomes.some((outcome) => outcome === "ANSWERED" || outcome === "NOT_SATISFACTORY");
  return (
    <div className="wrap page narrow">
      <p className="eyebrow">
        <a href={link(`/c/${page.campaignSlug}`)}>{page.campaignTitle}</a>
      </p>
      <h1>{t("ended.savedTitle")}</h1>
      <p className="lead">{t(only === undefined || others.length > 0 ? "ended.savedMixed" : words[only])}</p>
      {hasReply && page.wallPath !== null ? (
        <section className="outcome-wall" aria-labelledby="to-wall">
          <h2 id="to-wall">{t("ended.toWallTitle")}</h2>
          <p>{t("ended.toWallText")}</p>
          <a className="button" href={link(page.wallPath)}>
            {t("ended.toWall")}
          </a>
        </section>
      ) : null}
      <p className="outcome-more">
        <a className="button button-quiet" href={link(`/ended/${token}`)}>
          {t("ended.change")}
        </a>
        <a className="button button-quiet" href={link(`/c/${page.campaignSlug}`)}>
          {t("ended.back")}
        </a>
      </p>
    </div>
  );
};

import type { PendingResponse, PendingUpvoteView } from "@cml/domain/influence";
import { Island } from "../../../islands/Island";
import { Problem } from "../../../shell/Field";
import { usePage } from "../../../shell/page-context";
import { ShownWords } from "../../../shell/ShownWords";
import { dateAndTime } from "../../../texts/dates";
import { ConfirmReplyButton } from "../components/ConfirmReplyButton";
import { firstWords } from "../model/first-words";

const mostWords = 600;

/** What a submitter's mailed link shows: the reply as it will be read, and one button. Opening it does nothing by itself. */
export const ConfirmReplyPage = ({ reply, token }: { reply: PendingResponse; token: string }) => {
  const { t, locale, timeZone, link } = usePage();
  return (
    <div className="wrap page narrow">
      <p className="eyebrow">
        <a href={link(`/c/${reply.campaignSlug}`)}>{reply.campaignTitle}</a>
      </p>
      <h1>{t("replySent.confirmTitle")}</h1>
      <p className="lead">{t("replySent.confirmLead")}</p>
      <div className="reply">
        <p className="reply-label">{t("replySent.from", { name: reply.representativeName })}</p>
        {reply.text.trim() === "" ? null : (
          <blockquote className="reply-text">
            <ShownWords text={reply.text} />
          </blockquote>
        )}
        {reply.comment === null || reply.comment.trim() === "" ? null : (
          <p className="prose">
            <ShownWords text={reply.comment} />
          </p>
        )}
        <p className="hint">{reply.author === null ? t("replySent.asUnnamed") : t("replySent.as", { name: reply.author })}</p>
      </div>
      <Island name="confirmReply" component={ConfirmReplyButton} props={{ token, what: "reply" }} />
      <p className="hint">{t("replySent.notMine", { date: dateAndTime(locale, reply.expiresAt.toISOString(), timeZone) })}</p>
    </div>
  );
};

/** What a voter's mailed link shows, and after the button the way back. */
export const ConfirmUpvotePage = ({ upvote, token }: { upvote: PendingUpvoteView; token: string }) => {
  const { t, locale, timeZone, link } = usePage();
  const counted = upvote.state === "COUNTED";
  return (
    <div className="wrap page narrow">
      <p className="eyebrow">
        <a href={link(`/c/${upvote.campaignSlug}`)}>{upvote.campaignTitle}</a>
      </p>
      <h1>{t(counted ? "voted.countedTitle" : "voted.confirmTitle")}</h1>
      <p className="lead">{t(counted ? "voted.countedLead" : "voted.confirmLead", { name: upvote.representativeName })}</p>
      {upvote.text.trim() === "" ? null : (
        <blockquote className="reply-text reply">
          <ShownWords text={firstWords(upvote.text, mostWords)} />
        </blockquote>
      )}
      {counted ? (
        <div className="row">
          <a className="button" href={link(`/c/${upvote.campaignSlug}/replies/${upvote.responseId}`)}>
            {t("voted.see")}
          </a>
          <form method="post" action={link(`/replies/confirm/${token}?back`)}>
            <button type="submit" className="button button-quiet">
              {t("voted.takeBack")}
            </button>
          </form>
        </div>
      ) : (
        <>
          <Island name="confirmReply" component={ConfirmReplyButton} props={{ token, what: "upvote" }} />
          <p className="hint">{t("voted.notMine", { date: dateAndTime(locale, upvote.expiresAt.toISOString(), timeZone) })}</p>
        </>
      )}
    </div>
  );
};

/** A link that is over or none of ours; `again` leads to where it came from. */
export const DeadReplyLinkPage = ({ again }: { again: { path: string; words: string } | null }) => {
  const { t, link } = usePage();
  const way = again ?? { path: "/campaigns", words: t("notFound.button") };
  return (
    <div className="wrap page narrow">
      <h1>{t("replySent.deadTitle")}</h1>
      <p className="lead">{t(again === null ? "replySent.deadText" : "replySent.expiredText")}</p>
      <a className="button" href={link(way.path)}>
        {way.words}
      </a>
    </div>
  );
};

type UpvotePageProps = { path: string; problem: string | null; email: string };

/** Without JavaScript: the address an upvote is confirmed with. */
export const UpvotePage = ({ path, problem, email }: UpvotePageProps) => {
  const { t, link } = usePage();
  return (
    <div className="wrap page narrow">
      <h1>{t("voted.pageTitle")}</h1>
      <p className="lead">{t("voted.pageLead")}</p>
      <Problem text={problem} />
      <form method="post" action={link(`${path}/upvote`)}>
        <div className="field">
          <label htmlFor="voter-email">{t("vote.email")}</label>
          <input
            id="voter-email"
            className="input"
            type="email"
            name="email"
            required
            autoComplete="email"
            maxLength={254}
            defaultValue={email}
          />
          <p className="hint">{t("vote.emailHint")}</p>
        </div>
        <div className="trap" aria-hidden="true">
          <input name="website" tabIndex={-1} autoComplete="off" />
        </div>
        <p className="row">
          <button type="submit" className="button">
            {t("vote.send")}
          </button>
          <a className="button button-quiet" href={link(path)}>
            {t("vote.cancel")}
          </a>
        </p>
      </form>
    </div>
  );
};

export const UpvoteMailedPage = ({ path }: { path: string }) => {
  const { t, link } = usePage();
  return (
    <div className="wrap page narrow">
      <h1>{t("voted.mailedTitle")}</h1>
      <p className="lead">{t("vote.mailed")}</p>
      <a className="button button-quiet" href={link(path)}>
        {t("voted.see")}
      </a>
    </div>
  );
};

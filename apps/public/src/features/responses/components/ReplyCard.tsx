import type { WallResponse } from "@cml/domain/influence";
import { Island } from "../../../islands/Island";
import { ShareIcon } from "../../../shell/icons";
import { usePage } from "../../../shell/page-context";
import { dayWithYear, fullDate } from "../../../texts/dates";
import { Portrait } from "../../../shell/Portrait";
import { ShownWords } from "../../../shell/ShownWords";
import { firstWords } from "../model/first-words";
import { ReplyMarks } from "./ReplyMarks";
import { UpvoteButton } from "./UpvoteButton";

// About what a phone shows at a time: a longer reply is read on its own page.
const longText = 900;

type ReplyCardProps = { reply: WallResponse; slug: string; /** On its own page all of it is shown. */ whole?: boolean };

/** One reply: who, when, how, the marks, the words first, then picture, comment and what the office says to it. */
export const ReplyCard = ({ reply, slug, whole = false }: ReplyCardProps) => {
  const { t, link, locale } = usePage();
  const { id, representativeName, representativeTitle, partyName, text, isOffice } = reply;
  const path = `/c/${slug}/replies/${id}`;
  const facts = [representativeTitle ?? "", partyName ?? ""].filter((fact) => fact !== "");
  const cut = !whole && text.length > longText;
  return (
    <article className="reply" aria-labelledby={`reply-${id}`}>
      <header className="reply-who">
        <Portrait name={representativeName} photoUrl={reply.photoUrl} />
        <div>
          {whole ? (
            <h1 id={`reply-${id}`}>{representativeName}</h1>
          ) : (
            <h2 id={`reply-${id}`}>
              <a href={link(path)}>{representativeName}</a>
            </h2>
          )}
          <p className="dimmed">{facts.length === 0 ? t(`wall.levels.${reply.level}`) : facts.join(" · ")}</p>
        </div>
      </header>
      <When reply={reply} />
      {isOffice ? <p className="reply-own">{t("wall.byOffice")}</p> : null}
      <ReplyMarks reply={reply} />
      {text.trim() === "" ? null : (
        <blockquote className="reply-text" lang={reply.locale === locale ? undefined : reply.locale}>
          <ShownWords text={cut ? firstWords(text, longText) : text} />
        </blockquote>
      )}
      {cut ? (
        <p>
          <a href={link(path)} aria-label={`${t("wall.readAll")}: ${representativeName}`}>
            {t("wall.readAll")}
          </a>
        </p>
      ) : null}
      <Picture reply={reply} />
      <Comment reply={reply} />
      <OfficeReply reply={reply} />
      <footer className="reply-foot">
        <Island
          name="upvote"
          component={UpvoteButton}
          props={{ slug, responseId: id, name: representativeName, upvotes: reply.upvotes, mine: reply.upvotedByMe }}
        />
        {whole ? null : (
          <a className="button button-quiet" href={link(path)} aria-label={`${t("wall.shareOneLabel")}: ${representativeName}`}>
            <ShareIcon size={18} />
            {t("wall.shareOne")}
          </a>
        )}
      </footer>
      {isOffice ? null : <p className="hint">{reply.author === null ? t("wall.byNobody") : t("wall.byName", { name: reply.author })}</p>}
    </article>
  );
};

type Part = { reply: WallResponse };

const When = ({ reply: { type, repliedOn, daysToReply, createdAt } }: Part) => {
  const { t, locale, timeZone } = usePage();
  const told = [
    t(`wall.came.${type}`),
    repliedOn === null ? t("wall.shared", { date: fullDate(locale, createdAt, timeZone) }) : dayWithYear(locale, repliedOn),
    ...(daysToReply === null ? [] : [daysToReply === 0 ? t("wall.sameDay") : t("wall.after", { count: daysToReply })]),
  ];
  return (
    <p className="reply-when">
      {told.map((fact, index) => (
        <span key={fact}>{index < told.length - 1 ? `${fact} · ` : fact}</span>
      ))}
    </p>
  );
};

/** Opens large by itself: a link to the picture, which every browser can zoom. */
const Picture = ({ reply: { screenshotUrl, screenshotWidth, screenshotHeight, representativeName } }: Part) => {
  const { t } = usePage();
  if (screenshotUrl === null) return null;
  return (
    <a className="reply-picture" href={screenshotUrl} target="_blank" rel="noopener">
      <img
        src={screenshotUrl}
        alt={t("wall.picture", { name: representativeName })}
        width={screenshotWidth ?? undefined}
        height={screenshotHeight ?? undefined}
        loading="lazy"
      />
      <span>{t("wall.openPicture")}</span>
    </a>
  );
};

const Comment = ({ reply: { comment, author } }: Part) => {
  const { t } = usePage();
  if (comment === null || comment.trim() === "") return null;
  return (
    <div className="reply-comment">
      <p className="reply-label">{author === null ? t("wall.commentByNobody") : t("wall.commentBy", { name: author })}</p>
      <p className="prose">
        <ShownWords text={comment} />
      </p>
    </div>
  );
};

const OfficeReply = ({ reply: { officeReply } }: Part) => {
  const { t, locale, timeZone } = usePage();
  if (officeReply === null) return null;
  return (
    <div className="reply-office">
      <p className="reply-label">
        {t("wall.officeReply")} <span className="dimmed">· {fullDate(locale, officeReply.at, timeZone)}</span>
      </p>
      <p className="prose">{officeReply.text}</p>
    </div>
  );
};

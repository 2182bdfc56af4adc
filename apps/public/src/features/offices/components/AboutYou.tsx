import type { OfficePage } from "@cml/domain/influence";
import { LongField } from "../../../shell/LongField";
import { usePage } from "../../../shell/page-context";
import { ShownWords } from "../../../shell/ShownWords";
import { fullDate } from "../../../texts/dates";

type AboutProps = { page: OfficePage; action: string };

/** What supporters said the office answered, each with room for one public reply. */
export const AboutYou = ({ page, action }: AboutProps) => {
  const { t, link } = usePage();
  if (page.responses.length === 0) return null;
  return (
    <section id="responses" aria-labelledby="responses-title">
      <h2 id="responses-title">{t("officePage.aboutTitle")}</h2>
      <p>
        {t("officePage.aboutLead")} <a href={link(`/c/${page.campaignSlug}/replies`)}>{t("officePage.toWall")}</a>
      </p>
      <ul className="office-about">
        {page.responses.map((response) => (
          <li key={response.id} id={`response-${response.id}`}>
            <Response response={response} action={action} />
          </li>
        ))}
      </ul>
    </section>
  );
};

type Response = OfficePage["responses"][number];

const Response = ({ response, action }: { response: Response; action: string }) => {
  const { t, locale, timeZone } = usePage();
  const { id, text, comment, author, createdAt, reply } = response;
  return (
    <>
      <p className="dimmed">
        {t("officePage.sharedBy", { name: author ?? t("officePage.anonymous"), date: fullDate(locale, createdAt, timeZone) })}
      </p>
      <blockquote className="office-words">
        <ShownWords text={text} />
      </blockquote>
      {comment === null || comment === "" ? null : (
        <p className="office-comment">
          <ShownWords text={comment} />
        </p>
      )}
      {reply === null ? null : (
        <div className="office-reply">
          <p className="dimmed">{t(`officePage.replies.${reply.status}`, { date: fullDate(locale, reply.at, timeZone) })}</p>
          <p className="office-words-plain">{reply.text}</p>
        </div>
      )}
      {reply?.status === "APPROVED" ? null : (
        <details>
          <summary>{t(reply === null ? "officePage.reply" : "officePage.replyAgain")}</summary>
          <form method="post" action={action}>
            <input type="hidden" name="do" value="reply" />
            <input type="hidden" name="response" value={id} />
            <LongField
              id={`reply-${id}`}
              name="text"
              label={t("officePage.replyLabel")}
              hint={t("officePage.replyHint")}
              defaultValue={reply?.text ?? ""}
              required
              minLength={10}
              maxLength={2_000}
              rows={4}
            />
            <button type="submit" className="button">
              {t("officePage.replySend")}
            </button>
          </form>
        </details>
      )}
    </>
  );
};

import type { OfficePage as Office } from "@cml/domain/influence";
import { Problem } from "../../../shell/Field";
import { usePage } from "../../../shell/page-context";
import { AboutYou } from "../components/AboutYou";
import { AnswerToAll, type DraftAnswer } from "../components/AnswerToAll";
import { LetterChart } from "../components/LetterChart";
import { LetterList } from "../components/LetterList";
import { Contact, DigestChoice } from "../components/OfficeSettings";

/** What was done a moment ago, told once on top. */
export const doneThings = ["answered", "replied", "digest", "saved", "told"] as const;
export type DoneThing = (typeof doneThings)[number];

type OfficePageProps = { page: Office; action: string; draft: DraftAnswer | null; done: DoneThing | null; problem: string | null };

/** An office's own page: how many wrote, one answer to all, one mail a week, and a word to the organisers. Plain forms throughout. */
export const OfficePage = ({ page, action, draft, done, problem }: OfficePageProps) => {
  const { t, link, organization } = usePage();
  const { letters } = page;
  return (
    <div className="wrap page narrow office">
      <p className="eyebrow">
        <a href={link(`/c/${page.campaignSlug}`)}>{page.campaignTitle}</a>
      </p>
      <h1>{t("officePage.title", { name: page.officeName })}</h1>
      <p className="lead">{t("officePage.lead", { organization })}</p>
      <Problem text={problem} />
      {done === null ? null : (
        <p className="notice" role="status">
          {t(`officePage.done.${done}`, { organization })}
        </p>
      )}
      <section aria-labelledby="how-many">
        <h2 id="how-many" className="office-count">
          <span className="tabular">{new Intl.NumberFormat(t("officePage.numbers")).format(letters.total)}</span>{" "}
          {t("officePage.wrote", { count: letters.total })}
        </h2>
        <LetterChart days={page.days} />
        {letters.outside > 0 ? <p className="hint">{t("officePage.outsideCount", { count: letters.outside })}</p> : null}
        {letters.waiting > 0 ? <p className="hint">{t("officePage.waitingCount", { count: letters.waiting })}</p> : null}
      </section>
      <AnswerToAll page={page} action={action} draft={draft} />
      <AboutYou page={page} action={action} />
      <DigestChoice page={page} action={action} />
      <section id="letters" aria-labelledby="letters-title">
        <h2 id="letters-title">{t("officePage.lettersTitle")}</h2>
        <p>{t("officePage.lettersLead", { email: page.email })}</p>
        <LetterList page={page} action={action} />
      </section>
      <Contact page={page} action={action} />
      <form method="post" action={action} className="office-leave">
        <input type="hidden" name="do" value="leave" />
        <p className="hint">{t("officePage.leaveHint")}</p>
        <button type="submit" className="button button-quiet">
          {t("officePage.leave")}
        </button>
      </form>
    </div>
  );
};

type PreviewProps = { page: Office; action: string; draft: DraftAnswer };

/** The answer as its readers will see it, before it is handed in. */
export const AnswerPreviewPage = ({ page, action, draft }: PreviewProps) => {
  const { t, organization } = usePage();
  const kept = (
    <>
      <input type="hidden" name="subject" value={draft.subject} />
      <textarea name="text" defaultValue={draft.text} hidden readOnly aria-hidden="true" />
    </>
  );
  return (
    <div className="wrap page narrow office">
      <h1>{t("officePage.previewTitle")}</h1>
      <p className="lead">{t("officePage.previewLead", { organization, count: page.readers })}</p>
      <div className="paper">
        <p className="paper-to">
          <span>{t("officePage.from")}</span> {page.officeName}
        </p>
        <p className="paper-subject">
          <span>{t("paper.subject")}</span> {draft.subject}
        </p>
        <div className="paper-body">{draft.text}</div>
      </div>
      <div className="row office-buttons">
        <form method="post" action={action}>
          <input type="hidden" name="do" value="answer" />
          {kept}
          <button type="submit" className="button">
            {t("officePage.handIn")}
          </button>
        </form>
        <form method="post" action={`${action}#answer`}>
          <input type="hidden" name="do" value="edit" />
          {kept}
          <button type="submit" className="button button-quiet">
            {t("officePage.edit")}
          </button>
        </form>
      </div>
    </div>
  );
};

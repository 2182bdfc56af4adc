import { BackIcon, LetterIcon, MailboxIcon } from "../../../shell/icons";
import { usePage } from "../../../shell/page-context";
import { dateAndTime } from "../../../texts/dates";
import { ShareButtons } from "../components/ShareButtons";
import type { LetterFlow } from "./useLetterFlow";

type DoneStepProps = { letter: LetterFlow; address: string; title: string; embeddedMail: boolean };

export const DoneStep = ({ letter: { flow, dispatch }, address, title, embeddedMail }: DoneStepProps) => {
  const { t, locale, timeZone, link } = usePage();
  const { outcome } = flow;
  if (outcome === null) return null;
  return (
    <div className="done">
      {outcome.kind === "confirm" ? (
        <>
          <p className="done-mark">
            <MailboxIcon size={44} />
          </p>
          <p className="prose">{t("panel.done.text", { email: flow.email.trim() })}</p>
          {embeddedMail ? <p className="notice">{t("panel.done.embedded")}</p> : <p className="hint">{t("panel.done.hint")}</p>}
          {outcome.expiresAt === null ? null : (
            <p className="hint">{t("panel.done.until", { date: dateAndTime(locale, outcome.expiresAt, timeZone) })}</p>
          )}
          <button type="button" className="button button-quiet" onClick={() => dispatch({ type: "went", step: "you" })}>
            <BackIcon />
            {t("panel.back")}
          </button>
        </>
      ) : (
        <>
          <p className="done-mark">
            <LetterIcon size={44} />
          </p>
          <p className="prose">{t("panel.done.sentText")}</p>
          <a className="button button-large" href={link(outcome.receiptPath)}>
            {t("panel.done.receipt")}
          </a>
        </>
      )}
      <div className="done-share">
        <h3>{t("panel.done.share")}</h3>
        <p className="hint">{t("panel.done.shareHint")}</p>
        <ShareButtons address={address} title={title} />
      </div>
    </div>
  );
};

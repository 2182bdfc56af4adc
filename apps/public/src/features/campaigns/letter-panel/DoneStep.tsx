import { useEffect } from "react";
import { ArrowIcon, BackIcon, LetterIcon, MailboxIcon } from "../../../shell/icons";
import { usePage } from "../../../shell/page-context";
import { dateAndTime } from "../../../texts/dates";
import { ShareButtons } from "../../../shell/ShareButtons";
import type { LetterPanelProps } from "./letter-panel-props";
import { OpenedLetters } from "./OpenedLetters";
import { PrintedLetters } from "./PrintedLetters";
import type { LetterFlow } from "./useLetterFlow";

type DoneStepProps = { letter: LetterFlow } & Pick<LetterPanelProps, "campaign" | "address" | "embeddedMail">;

export const DoneStep = ({ letter, campaign, address, embeddedMail }: DoneStepProps) => {
  const { t, link } = usePage();
  const { outcome } = letter.flow;
  if (outcome === null) return null;
  return (
    <div className="done">
      {outcome.kind === "confirm" ? <CheckMail letter={letter} expiresAt={outcome.expiresAt} embeddedMail={embeddedMail} /> : null}
      {outcome.kind === "queued" ? (
        <>
          <p className="done-mark">
            <LetterIcon size={44} />
          </p>
          <p className="prose">{t("panel.done.sentText")}</p>
        </>
      ) : null}
      {outcome.kind === "opened" ? <OpenedLetters letter={letter} outcome={outcome} /> : null}
      {outcome.kind === "printed" ? <PrintedLetters letter={letter} outcome={outcome} /> : null}
      {"boxesMail" in outcome && outcome.boxesMail ? <p className="notice">{t("panel.done.boxesMail")}</p> : null}
      {outcome.kind === "confirm" ? null : (
        <p>
          <a
            className={outcome.kind === "queued" ? "button button-large" : "button button-quiet"}
            href={link(`/receipt/${outcome.receiptToken}`)}
          >
            {t("panel.done.receipt")}
          </a>
        </p>
      )}
      <div className="done-share">
        <h3>{t("panel.done.share")}</h3>
        <p className="hint">{t("panel.done.shareHint")}</p>
        <ShareButtons address={address} title={campaign.title} />
        {campaign.allowCalls && outcome.kind !== "confirm" ? (
          <button type="button" className="button button-quiet" onClick={() => letter.dispatch({ type: "went", step: "calls" })}>
            {t("panel.done.thenCall")}
            <ArrowIcon />
          </button>
        ) : null}
      </div>
    </div>
  );
};

type CheckMailProps = { letter: LetterFlow; expiresAt: string; embeddedMail: boolean };
const askEveryMs = 8_000;

/** The letter waits for its confirmation, made on this device or another; this page notices by itself. */
const CheckMail = ({ letter: { flow, dispatch, askWaiting }, expiresAt, embeddedMail }: CheckMailProps) => {
  const { t, locale, timeZone } = usePage();
  useEffect(() => {
    const ask = () => (document.visibilityState === "visible" ? void askWaiting() : undefined);
    const timer = setInterval(ask, askEveryMs);
    document.addEventListener("visibilitychange", ask);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", ask);
    };
  }, [askWaiting]);
  return (
    <>
      <p className="done-mark">
        <MailboxIcon size={44} />
      </p>
      <p className="prose">{t("panel.done.text", { email: flow.email.trim() })}</p>
      {embeddedMail ? <p className="notice">{t("panel.done.embedded")}</p> : <p className="hint">{t("panel.done.hint")}</p>}
      <p className="hint">{t("panel.done.until", { date: dateAndTime(locale, expiresAt, timeZone) })}</p>
      <button type="button" className="button button-quiet" onClick={() => dispatch({ type: "went", step: "you" })}>
        <BackIcon />
        {t("panel.back")}
      </button>
    </>
  );
};

import type { EmailMethod } from "@cml/domain/influence";
import type { ReactNode } from "react";
import { BackIcon, LetterIcon, PrintIcon, WindowIcon } from "../../../shell/icons";
import { usePage } from "../../../shell/page-context";
import { canBeWritten, chosen } from "./letter-flow";
import { namesOf } from "./names-of";
import type { PanelCampaign } from "./panel-campaign";
import { PanelProblem } from "./PanelProblem";
import type { LetterFlow } from "./useLetterFlow";

const icons: Record<EmailMethod, ReactNode> = { SMTP: <LetterIcon />, MAILTO: <WindowIcon />, PRINT: <PrintIcon /> };

/** How the letter goes: each way says what happens next, the simplest one first. */
export const SendStep = ({ letter, campaign }: { letter: LetterFlow; campaign: PanelCampaign }) => {
  const { flow, dispatch, send } = letter;
  const { t, locale } = usePage();
  const people = chosen(flow).filter((target) => canBeWritten(target, campaign.methods));
  const ways = campaign.methods.map((method) => ({ method, people: people.filter((target) => canBeWritten(target, [method])) }));
  return (
    <div className="ways">
      <p className="dimmed">{t("panel.you.summary", { count: people.length, names: namesOf(people, { t, locale }) })}</p>
      {ways.map(({ method, people: reached }, index) => (
        <div key={method} className="way">
          <button
            type="button"
            className={index === 0 ? "button button-large" : "button button-large button-quiet"}
            disabled={flow.busy !== false || reached.length === 0}
            onClick={() => void send(method)}
          >
            {icons[method]}
            {flow.busy !== false && flow.method === method
              ? flow.busy === "PROOF"
                ? t("panel.send.proof")
                : t("form.working")
              : t(`panel.send.button.${method}`, { count: reached.length })}
          </button>
          <p className="hint">
            {t(method === "SMTP" && !campaign.verifySender ? "panel.send.hint.DIRECT" : `panel.send.hint.${method}`)}
            {reached.length > 0 && reached.length < people.length
              ? ` ${t("panel.send.some", { names: namesOf(reached, { t, locale }) })}`
              : ""}
          </p>
        </div>
      ))}
      {flow.busy === "PROOF" ? (
        <p role="status" className="notice">
          {t("panel.send.proofText")}
        </p>
      ) : null}
      <PanelProblem campaign={campaign} text={flow.problem} />
      <button type="button" className="button button-quiet" onClick={() => dispatch({ type: "went", step: "you" })}>
        <BackIcon />
        {t("panel.back")}
      </button>
    </div>
  );
};

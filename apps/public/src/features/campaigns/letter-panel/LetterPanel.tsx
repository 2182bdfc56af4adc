import { useEffect, useRef } from "react";
import { usePage } from "../../../shell/page-context";
import type { Texts } from "../../../texts/texts";
import { CodeStep } from "./CodeStep";
import { DoneStep } from "./DoneStep";
import { LetterStep } from "./LetterStep";
import { type Flow, type Step, steps } from "./letter-flow";
import type { PanelCampaign } from "./panel-campaign";
import { PeopleStep } from "./PeopleStep";
import { useLetterFlow } from "./useLetterFlow";
import { YouStep } from "./YouStep";

export type LetterPanelProps = { campaign: PanelCampaign; address: string; embeddedMail: boolean };

/** Postal code → people → letter → you → done, one step in view, always saying who runs this and what is kept. */
export const LetterPanel = ({ campaign, address, embeddedMail }: LetterPanelProps) => {
  const { t, organization } = usePage();
  const letter = useLetterFlow(campaign);
  const { step } = letter.flow;
  const heading = useFocusOnStep(step);
  return (
    <section className="panel" aria-labelledby="panel-title" data-step={step}>
      <Progress step={step} />
      <h2 id="panel-title" ref={heading} tabIndex={-1}>
        {titleOf(letter.flow, t)}
      </h2>
      {step === "code" ? <CodeStep letter={letter} /> : null}
      {step === "people" ? <PeopleStep letter={letter} /> : null}
      {step === "letter" ? <LetterStep letter={letter} campaign={campaign} /> : null}
      {step === "you" ? <YouStep letter={letter} campaign={campaign} /> : null}
      {step === "done" ? <DoneStep letter={letter} address={address} title={campaign.title} embeddedMail={embeddedMail} /> : null}
      <footer className="panel-foot">
        <p>{t("panel.runBy", { organization })}</p>
        <details>
          <summary>{t("panel.kept")}</summary>
          <p>{t("panel.keptText", { organization })}</p>
        </details>
      </footer>
    </section>
  );
};

const titleOf = ({ step, outcome }: Flow, t: Texts): string => {
  switch (step) {
    case "code":
      return t("panel.title");
    case "people":
      return t("panel.people.title");
    case "letter":
      return t("panel.letter.title");
    case "you":
      return t("panel.you.title");
    case "done":
      return outcome?.kind === "queued" ? t("panel.done.sentTitle") : t("panel.done.title");
  }
};

/** Each new step takes the focus to its heading, so that a screen reader and a small screen both start at its top. */
const useFocusOnStep = (step: Step) => {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(step);
  useEffect(() => {
    if (before.current === step) return;
    before.current = step;
    heading.current?.focus({ preventScroll: true });
    heading.current?.closest(".panel")?.scrollIntoView({ block: "start", behavior: "auto" });
  }, [step]);
  return heading;
};

const Progress = ({ step }: { step: Step }) => {
  const { t } = usePage();
  const at = steps.indexOf(step);
  return (
    <div className="progress">
      <p>
        {t("panel.step", { step: at + 1, total: steps.length })} <span aria-hidden="true">·</span> {t(`panel.steps.${step}`)}
      </p>
      <div className="progress-bar" aria-hidden="true">
        {steps.map((name, index) => (
          <span key={name} className={index <= at ? "reached" : undefined} />
        ))}
      </div>
    </div>
  );
};

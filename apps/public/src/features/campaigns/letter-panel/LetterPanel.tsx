import { lazy, Suspense, useEffect, useRef } from "react";
import { usePage } from "../../../shell/page-context";
import type { Texts } from "../../../texts/texts";
import { CodeStep, FacesSkeleton } from "./CodeStep";
import { DoneStep } from "./DoneStep";
import { LetterStep } from "./LetterStep";
import type { Flow } from "./letter-flow";
import type { LetterPanelProps } from "./letter-panel-props";
import type { PanelCampaign } from "./panel-campaign";
import { isPhoneDay, type Step, stepsOf } from "./panel-steps";
import { PanelFoot } from "./PanelFoot";
import { PeopleStep } from "./PeopleStep";
import { SendStep } from "./SendStep";
import { useLetterFlow } from "./useLetterFlow";
import { YouStep } from "./YouStep";

// Telephoning is a page of its own: script, office hours, numbers to scan.
const CallStep = lazy(() => import("../calls/CallStep").then((file) => ({ default: file.CallStep })));

/** Postal code → people → letter → you → how → done, one step in view, always saying who runs this and what is kept. */
export const LetterPanel = ({ campaign, address, embeddedMail, fixed, embedded }: LetterPanelProps) => {
  const { t } = usePage();
  const letter = useLetterFlow({ campaign, fixed, embedded });
  const { step } = letter.flow;
  const heading = useFocusOnStep(step);
  return (
    <section className="panel" aria-labelledby="panel-title" data-step={step}>
      <Progress step={step} campaign={campaign} waiting={letter.flow.outcome?.kind === "confirm"} />
      <h2 id="panel-title" ref={heading} tabIndex={-1}>
        {titleOf(letter.flow, campaign, t)}
      </h2>
      {step === "code" ? <CodeStep letter={letter} campaign={campaign} /> : null}
      {step === "people" ? <PeopleStep letter={letter} campaign={campaign} /> : null}
      {step === "letter" ? <LetterStep letter={letter} campaign={campaign} /> : null}
      {step === "you" ? <YouStep letter={letter} campaign={campaign} /> : null}
      {step === "send" ? <SendStep letter={letter} campaign={campaign} /> : null}
      {step === "calls" ? (
        <Suspense fallback={<FacesSkeleton />}>
          <CallStep letter={letter} campaign={campaign} address={address} />
        </Suspense>
      ) : null}
      {step === "done" ? <DoneStep letter={letter} campaign={campaign} address={address} embeddedMail={embeddedMail} /> : null}
      <PanelFoot campaign={campaign} />
    </section>
  );
};

const titleOf = ({ step, outcome }: Flow, campaign: PanelCampaign, t: Texts): string => {
  switch (step) {
    case "code":
      return isPhoneDay(campaign) ? t("calls.title") : t("panel.title");
    case "people":
      return campaign.needsPlace ? t("panel.people.title") : t("panel.people.titleFixed");
    case "letter":
      return t("panel.letter.title");
    case "you":
      return t("panel.you.title");
    case "send":
      return t("panel.send.title");
    case "calls":
      return t("calls.title");
    case "done":
      return t(`panel.done.titles.${outcome?.kind ?? "confirm"}`);
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

const Progress = ({ step, campaign, waiting }: { step: Step; campaign: PanelCampaign; waiting: boolean }) => {
  const { t } = usePage();
  const steps = stepsOf(campaign);
  const at = step === "done" ? steps.length : steps.indexOf(step);
  if (at < 0 || (steps.length < 2 && step !== "done")) return null;
  const left = steps.length - at - 1;
  return (
    <div className="progress">
      <p>
        {step === "done" ? (
          t(waiting ? "panel.oneMore" : "panel.allDone")
        ) : (
          <>
            {t("panel.step", { step: at + 1, total: steps.length })} <span aria-hidden="true">·</span> {t(`panel.steps.${step}`)}
            {left > 0 ? <span className="steps-left"> {t("panel.left", { count: left })}</span> : null}
          </>
        )}
      </p>
      <div className="progress-bar" aria-hidden="true">
        {steps.map((name, index) => (
          <span key={name} className={index <= at ? "reached" : undefined} />
        ))}
      </div>
    </div>
  );
};

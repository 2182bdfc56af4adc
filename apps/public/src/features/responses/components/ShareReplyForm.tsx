import { type SubmitEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { Problem } from "../../../shell/Field";
import { ArrowIcon, BackIcon } from "../../../shell/icons";
import { usePage } from "../../../shell/page-context";
import type { ShareForm } from "../model/share-form";
import { FindPeople } from "./FindPeople";
import { ReplyPart } from "./ReplyPart";
import { useShareReply } from "./useShareReply";
import { WhoPart } from "./WhoPart";
import { YouPart } from "./YouPart";

const steps = ["who", "reply", "you"] as const;

/**
 * The form for a reply somebody got: one plain form with three parts, which works as it stands. A script shows one part at a
 * time, brings the picture as it is chosen and tells mistakes where they are.
 */
export const ShareReplyForm = ({ form }: { form: ShareForm }) => {
  const { t, link } = usePage();
  const [awake, setAwake] = useState(false);
  const [step, setStep] = useState(0);
  const { choices, busy, problem, setProblem, add, send } = useShareReply(form);
  const element = useRef<HTMLFormElement>(null);
  useEffect(() => setAwake(true), []);

  const goTo = (next: number) => {
    setStep(next);
    setProblem(null);
    requestAnimationFrame(() => element.current?.querySelectorAll("h2")[next]?.focus());
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const current = event.currentTarget;
    const problemHere = problemOf(current, step, t);
    if (problemHere !== null) return setProblem(problemHere === "" ? null : problemHere);
    if (step < steps.length - 1) return goTo(step + 1);
    void send(new FormData(current));
  };

  const chosen = form.values["who"] ?? "";
  const part = (index: number, title: string, children: ReactNode) => (
    <section className="share-part" hidden={awake && step !== index} data-part={steps[index]}>
      <p className="eyebrow tabular">{t("shareReply.step", { step: index + 1, steps: steps.length })}</p>
      <h2 tabIndex={-1}>{title}</h2>
      {children}
    </section>
  );
  return (
    <div className="share-form" data-awake-form={awake ? "" : undefined}>
      {form.needsPlace && (!awake || step === 0) ? <FindPeople form={form} onFound={add} awake={awake} /> : null}
      <form
        ref={element}
        method="post"
        action={link(`/c/${form.slug}/replies/new${form.letter === "" ? "" : `?letter=${form.letter}`}`)}
        onSubmit={submit}
        noValidate={awake}
      >
        <input type="hidden" name="submissionId" value={form.submissionId} />
        <input type="hidden" name="letter" value={form.letter} />
        <input type="hidden" name="mail" value={form.mail} />
        <input type="hidden" name="code" value={choices.code} />
        {awake ? null : <Problem text={problem} />}
        {part(0, t("shareReply.who"), <WhoPart key={choices.code} choices={choices.people} chosen={chosen} values={form.values} />)}
        {part(1, t("shareReply.reply"), <ReplyPart form={form} awake={awake} />)}
        {part(2, t("shareReply.you"), <YouPart form={form} awake={awake} />)}
        <div className="trap" aria-hidden="true">
          <input name="website" tabIndex={-1} autoComplete="off" />
        </div>
        {awake ? <Problem text={problem} /> : null}
        <div className="share-foot">
          {awake && step > 0 ? (
            <button type="button" className="button button-quiet" onClick={() => goTo(step - 1)} disabled={busy}>
              <BackIcon />
              {t("shareReply.back")}
            </button>
          ) : null}
          <button type="submit" className="button button-large" disabled={busy}>
            {busy ? t("form.working") : t(awake && step < steps.length - 1 ? "shareReply.next" : "shareReply.send")}
            <ArrowIcon />
          </button>
        </div>
      </form>
    </div>
  );
};

/** Required only while the style sheet shows them: a browser stops at a hidden field that is required, and says nothing. */
const requireAsked = (part: HTMLElement, isTyped: boolean): void => {
  const name = part.querySelector<HTMLInputElement>('[name="typedName"]');
  if (name !== null) name.required = isTyped;
  const level = part.querySelector<HTMLSelectElement>('[name="level"]');
  if (level !== null) level.required = isTyped || part.querySelector(".who-level:checked") !== null;
};

/** What is missing in the part that is shown: a sentence, "" where the browser said it, null where all is there. */
const problemOf = (form: HTMLFormElement, step: number, t: ReturnType<typeof usePage>["t"]): string | null => {
  const part = form.querySelector<HTMLElement>(`[data-part="${steps[step]}"]`);
  if (part === null) return null;
  const told = new FormData(form);
  if (step === 0 && told.get("who") === null) return t("shareReply.whoMissing");
  requireAsked(part, told.get("who") === "typed");
  if (step === 1 && [told.get("text"), told.get("pictureKey")].every((value) => typeof value !== "string" || value.trim() === ""))
    return t("shareReply.textMissing");
  const wrong = [...part.querySelectorAll<HTMLInputElement>("input, textarea, select")].find((field) => !field.checkValidity());
  wrong?.reportValidity();
  return wrong === undefined ? null : "";
};

import { type SubmitEvent, useId } from "react";
import { Problem } from "../../../shell/Field";
import { UpIcon } from "../../../shell/icons";
import { usePage } from "../../../shell/page-context";
import { type UpvoteProps, useUpvote } from "./useUpvote";

/** A plain form that leads to a page of its own; with JavaScript it counts, or asks for an address, where it stands. */
export const UpvoteButton = (props: UpvoteProps) => {
  const { t, link } = usePage();
  const { state, press, takeBack, close } = useUpvote(props);
  const { step, busy, mine, upvotes, problem } = state;
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    void (mine ? takeBack() : press(null, ""));
  };
  return (
    <div className="upvote">
      <form method="post" action={link(`/c/${props.slug}/replies/${props.responseId}/upvote`)} onSubmit={submit}>
        <button type="submit" className="button button-quiet" aria-pressed={mine} disabled={busy}>
          <UpIcon size={18} />
          <span>
            {t("vote.button")}
            <span className="visually-hidden">: {props.name}</span>
          </span>
          <span className="upvote-count tabular" aria-live="polite">
            {upvotes}
          </span>
        </button>
      </form>
      <Problem text={problem} />
      {step === "asking" ? <AskEmail busy={busy} onSend={press} onClose={close} /> : null}
      {step === "mailed" ? (
        <p className="notice" role="status">
          {t("vote.mailed")}
        </p>
      ) : null}
    </div>
  );
};

type AskEmailProps = { busy: boolean; onSend: (email: string, trap: string) => Promise<void>; onClose: () => void };

const AskEmail = ({ busy, onSend, onClose }: AskEmailProps) => {
  const { t } = usePage();
  const id = useId();
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    void onSend(textOf(form.get("email")), textOf(form.get("website")));
  };
  return (
    <form className="upvote-ask" onSubmit={send}>
      <label htmlFor={id}>{t("vote.email")}</label>
      <input
        id={id}
        className="input"
        type="email"
        name="email"
        required
        autoComplete="email"
        maxLength={254}
        autoFocus
        aria-describedby={`${id}-hint`}
      />
      <p id={`${id}-hint`} className="hint">
        {t("vote.emailHint")}
      </p>
      <div className="trap" aria-hidden="true">
        <input name="website" tabIndex={-1} autoComplete="off" />
      </div>
      <p className="row">
        <button type="submit" className="button" disabled={busy}>
          {busy ? t("form.working") : t("vote.send")}
        </button>
        <button type="button" className="button button-quiet" onClick={onClose}>
          {t("vote.cancel")}
        </button>
      </p>
    </form>
  );
};

const textOf = (value: FormDataEntryValue | null): string => (typeof value === "string" ? value : "");

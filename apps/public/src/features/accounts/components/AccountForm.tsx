import { errorMessage, failureOf, fieldErrors } from "@cml/api-client";
import { useState } from "react";
import { Field, Problem } from "../../../shell/Field";
import { usePage } from "../../../shell/page-context";
import { type AccountForm as FormName, passwordProblem } from "../model";
import { accountCalls } from "./account-calls";

type Written = { name: string; email: string; password: string };
const empty: Written = { name: "", email: "", password: "" };
const looksLikeEmail = (text: string) => /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(text.trim());

const fieldsOf: Record<FormName, (keyof Written)[]> = {
  verify: ["password"],
  reset: ["password"],
  forgot: ["email"],
  signUp: ["name", "email", "password"],
};

/** Confirm an address, choose a password, ask for a link, make an account: small forms that act on a press and never on opening. */
export const AccountForm = ({ form, token }: { form: FormName; token: string }) => {
  const { t, locale } = usePage();
  const [written, setWritten] = useState(empty);
  const [errors, setErrors] = useState<Partial<Record<keyof Written, string>>>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(false);
  const asked = fieldsOf[form];

  const check = (): Partial<Record<keyof Written, string>> => {
    const weak = passwordProblem(written.password);
    return {
      ...(asked.includes("name") && written.name.trim() === "" ? { name: t("form.nameNeeded") } : {}),
      ...(asked.includes("email") && !looksLikeEmail(written.email) ? { email: t("form.emailNeeded") } : {}),
      ...(asked.includes("password") && weak !== null ? { password: t(`accounts.${weak}`) } : {}),
    };
  };

  const submit = async () => {
    const found = check();
    setErrors(found);
    setProblem(null);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    try {
      await accountCalls(locale)[form]({ ...written, token });
      setDone(true);
    } catch (error) {
      setErrors(fieldErrors(error));
      setProblem(failureOf(error).status === 0 ? t("form.offline") : errorMessage(error, locale));
    }
    setBusy(false);
  };

  if (done) return <Done form={form} email={written.email.trim()} />;
  const write = (field: keyof Written) => (event: { currentTarget: { value: string } }) =>
    setWritten({ ...written, [field]: event.currentTarget.value });
  return (
    <form
      className="form-card"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {asked.includes("name") ? (
        <Field
          name="name"
          label={t("accounts.signUpName")}
          autoComplete="name"
          maxLength={120}
          value={written.name}
          error={errors.name}
          onChange={write("name")}
        />
      ) : null}
      {asked.includes("email") ? (
        <Field
          name="email"
          type="email"
          label={t("accounts.signUpEmail")}
          autoComplete="email"
          maxLength={254}
          value={written.email}
          error={errors.email}
          onChange={write("email")}
        />
      ) : null}
      {asked.includes("password") ? (
        <PasswordField
          label={t(form === "reset" ? "accounts.resetLabel" : "accounts.signUpPassword")}
          value={written.password}
          error={errors.password}
          chosenBefore={form === "verify"}
          onChange={write("password")}
        />
      ) : null}
      <Problem text={problem} />
      <button type="submit" className="button button-large" disabled={busy}>
        {busy ? t("form.working") : t(`accounts.${form}Button`)}
      </button>
    </form>
  );
};

type PasswordProps = {
  label: string;
  value: string;
  error: string | undefined;
  /** Typed again, not chosen now. */
  chosenBefore: boolean;
  onChange: (event: { currentTarget: { value: string } }) => void;
};

const PasswordField = ({ label, value, error, chosenBefore, onChange }: PasswordProps) => {
  const { t } = usePage();
  const [shown, setShown] = useState(false);
  return (
    <>
      <Field
        name="password"
        type={shown ? "text" : "password"}
        label={label}
        hint={chosenBefore ? t("accounts.verifyHint") : t("accounts.resetLead")}
        autoComplete={chosenBefore ? "current-password" : "new-password"}
        maxLength={72}
        value={value}
        error={error}
        onChange={onChange}
      />
      <div className="boxes">
        <label>
          <input type="checkbox" checked={shown} onChange={() => setShown(!shown)} />
          {t("accounts.resetShow")}
        </label>
      </div>
    </>
  );
};

const Done = ({ form, email }: { form: FormName; email: string }) => {
  const { t } = usePage();
  const mailed = form === "forgot" || form === "signUp";
  return (
    <div className="form-card" role="status">
      <h2>{t(`accounts.${form}DoneTitle`)}</h2>
      <p>{t(`accounts.${form}DoneText`, { email })}</p>
      {mailed ? null : (
        <a className="button" href="/canvass/">
          {t("accounts.toCanvass")}
        </a>
      )}
    </div>
  );
};

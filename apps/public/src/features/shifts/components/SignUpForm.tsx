import { errorMessage, failureOf, fieldErrors } from "@cml/api-client";
import { useState } from "react";
import { Field, Problem } from "../../../shell/Field";
import { usePage } from "../../../shell/page-context";
import { signUpForShift } from "./shift-calls";

const looksLikeEmail = (text: string) => /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(text.trim());

/** A volunteer's place in a shift: name, e-mail, and a telephone number for those who like to be rung. */
export const SignUpForm = ({ shiftId }: { shiftId: string }) => {
  const { t, locale, organization } = usePage();
  const [written, setWritten] = useState({ name: "", email: "", phone: "" });
  const [errors, setErrors] = useState<Record<string, string | undefined>>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(false);

  const submit = async () => {
    const found = {
      ...(written.name.trim() === "" ? { name: t("form.nameNeeded") } : {}),
      ...(looksLikeEmail(written.email) ? {} : { email: t("form.emailNeeded") }),
    };
    setErrors(found);
    setProblem(null);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    try {
      await signUpForShift(locale, {
        shiftId,
        name: written.name.trim(),
        email: written.email.trim(),
        phone: written.phone.trim() || null,
      });
      setDone(true);
    } catch (error) {
      setErrors(fieldErrors(error));
      setProblem(failureOf(error).status === 0 ? t("form.offline") : errorMessage(error, locale));
    }
    setBusy(false);
  };

  if (done) {
    return (
      <div className="form-card" role="status">
        <h2>{t("shifts.doneTitle")}</h2>
        <p>{t("shifts.doneText", { email: written.email.trim() })}</p>
      </div>
    );
  }
  const write = (field: keyof typeof written) => (event: { currentTarget: { value: string } }) =>
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
      <h2>{t("shifts.signUpTitle")}</h2>
      <Field
        name="name"
        label={t("shifts.name")}
        autoComplete="name"
        maxLength={120}
        value={written.name}
        error={errors["name"]}
        onChange={write("name")}
      />
      <Field
        name="email"
        type="email"
        label={t("shifts.email")}
        autoComplete="email"
        maxLength={254}
        value={written.email}
        error={errors["email"]}
        onChange={write("email")}
      />
      <Field
        name="phone"
        type="tel"
        label={t("shifts.phone")}
        autoComplete="tel"
        maxLength={40}
        value={written.phone}
        error={errors["phone"]}
        onChange={write("phone")}
      />
      <Problem text={problem} />
      <button type="submit" className="button button-large" disabled={busy}>
        {busy ? t("form.working") : t("shifts.button")}
      </button>
      <p className="hint">{t("shifts.signUpHint", { organization })}</p>
    </form>
  );
};

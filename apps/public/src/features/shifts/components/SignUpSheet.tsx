import { Field, Problem } from "../../../shell/Field";
import { usePage } from "../../../shell/page-context";
import type { ShiftView, SignUpErrors, SignUpForm } from "../model";

export type FilledForm = { form: SignUpForm; errors: SignUpErrors; problem: string | null };

/** Name and address, and one button: no account. A full shift takes names for its waiting list. */
export const SignUpSheet = ({ shift, filled }: { shift: ShiftView; filled: FilledForm | null }) => {
  const { t, link, organization } = usePage();
  const isFull = shift.placesLeft === 0;
  const { name = "", email = "", phone = "" } = filled?.form ?? {};
  return (
    <section className="sign-up" aria-labelledby="sign-up">
      <h2 id="sign-up">{t(isFull ? "shifts.waitTitle" : "shifts.signUpTitle")}</h2>
      {isFull ? <p className="dimmed">{t("shifts.waitLead")}</p> : null}
      <Problem text={filled?.problem ?? null} />
      <form method="post" action={link(`/shifts/${shift.id}`)}>
        <Field
          name="name"
          label={t("shifts.name")}
          autoComplete="name"
          required
          maxLength={120}
          defaultValue={name}
          error={filled?.errors.name}
        />
        <Field
          name="email"
          type="email"
          inputMode="email"
          label={t("shifts.email")}
          hint={t("shifts.emailHint")}
          autoComplete="email"
          required
          maxLength={254}
          defaultValue={email}
          error={filled?.errors.email}
        />
        <Field
          name="phone"
          type="tel"
          label={t("shifts.phone")}
          hint={t("shifts.phoneHint")}
          autoComplete="tel"
          maxLength={40}
          defaultValue={phone}
        />
        <button type="submit" className="button button-large">
          {t(isFull ? "shifts.wait" : "shifts.signUp")}
        </button>
        <p className="hint">{t("shifts.use", { organization })}</p>
      </form>
    </section>
  );
};

import type { OfficePage } from "@cml/domain/influence";
import { Field } from "../../../shell/Field";
import { LongField } from "../../../shell/LongField";
import { usePage } from "../../../shell/page-context";
import { longDateAndTime } from "../../../texts/dates";

type SettingsProps = { page: OfficePage; action: string };

/** One mail a week instead of many, switched on and off by the office itself. */
export const DigestChoice = ({ page, action }: SettingsProps) => {
  const { t, locale, timeZone } = usePage();
  const { on, nextAt } = page.digest;
  return (
    <section id="digest" aria-labelledby="digest-title">
      <h2 id="digest-title">{t("officePage.digestTitle")}</h2>
      <p>{t(on ? "officePage.digestOn" : "officePage.digestOff")}</p>
      {on && nextAt !== null ? (
        <p className="notice">
          {t("officePage.digestNext", { date: longDateAndTime(locale, nextAt.toISOString(), timeZone), count: page.letters.waiting })}
        </p>
      ) : null}
      <form method="post" action={action}>
        <input type="hidden" name="do" value="digest" />
        <input type="hidden" name="on" value={on ? "no" : "yes"} />
        <button type="submit" className="button button-quiet">
          {t(on ? "officePage.digestStop" : "officePage.digestStart")}
        </button>
      </form>
    </section>
  );
};

/** Whom organisers may ask, and a word to them. */
export const Contact = ({ page, action }: SettingsProps) => {
  const { t, organization } = usePage();
  const { name, email, phone } = page.contact;
  return (
    <section id="contact" aria-labelledby="contact-title">
      <h2 id="contact-title">{t("officePage.contactTitle")}</h2>
      <div className="office-pair">
        <form method="post" action={action}>
          <h3>{t("officePage.messageTitle", { organization })}</h3>
          <input type="hidden" name="do" value="message" />
          <LongField
            id="message"
            name="text"
            label={t("officePage.message")}
            hint={t("officePage.messageHint")}
            required
            minLength={10}
            maxLength={4_000}
            rows={5}
          />
          <button type="submit" className="button">
            {t("officePage.messageSend")}
          </button>
        </form>
        <form method="post" action={action}>
          <h3>{t("officePage.personTitle")}</h3>
          <input type="hidden" name="do" value="contact" />
          <Field name="name" label={t("officePage.personName")} defaultValue={name} maxLength={150} autoComplete="name" />
          <Field name="email" type="email" label={t("officePage.personEmail")} defaultValue={email} maxLength={254} autoComplete="email" />
          <Field name="phone" type="tel" label={t("officePage.personPhone")} defaultValue={phone} maxLength={50} autoComplete="tel" />
          <p className="hint">{t("officePage.personHint")}</p>
          <button type="submit" className="button button-quiet">
            {t("officePage.personSave")}
          </button>
        </form>
      </div>
    </section>
  );
};

import { useState } from "react";
import { usePage } from "../../../shell/page-context";
import type { ShareForm } from "../model/share-form";

/** How the supporter is shown, where to write to her, and whether the office is asked. */
export const YouPart = ({ form: { values, knownEmail }, awake }: { form: ShareForm; awake: boolean }) => {
  const { t } = usePage();
  const [unnamed, setUnnamed] = useState(values["shownAs"] === "nobody");
  return (
    <>
      <fieldset className="chips">
        <legend>{t("shareReply.shownAs")}</legend>
        {(["name", "nobody"] as const).map((as) => (
          <label key={as}>
            <input
              type="radio"
              name="shownAs"
              value={as}
              defaultChecked={(values["shownAs"] === "nobody" ? "nobody" : "name") === as}
              onChange={() => setUnnamed(as === "nobody")}
            />
            <span>{t(as === "name" ? "shareReply.asName" : "shareReply.asNobody")}</span>
          </label>
        ))}
      </fieldset>
      <div className="field" hidden={awake && unnamed}>
        <label htmlFor="your-name">{t("shareReply.yourName")}</label>
        <input
          id="your-name"
          className="input"
          name="name"
          autoComplete="name"
          maxLength={100}
          minLength={2}
          required={awake && !unnamed}
          defaultValue={values["name"]}
        />
      </div>
      {knownEmail === null ? (
        <div className="field">
          <label htmlFor="your-email">{t("shareReply.email")}</label>
          <input
            id="your-email"
            className="input"
            type="email"
            name="email"
            autoComplete="email"
            maxLength={254}
            required
            defaultValue={values["email"]}
            aria-describedby="your-email-hint"
          />
          <p id="your-email-hint" className="hint">
            {t("shareReply.emailHint")}
          </p>
        </div>
      ) : (
        <p className="notice">
          <input type="hidden" name="email" value={knownEmail} />
          {t("shareReply.emailKnown", { email: knownEmail })}
        </p>
      )}
      <div className="boxes">
        <label>
          <input type="checkbox" name="askOffice" defaultChecked={values["askOffice"] === "on"} aria-describedby="ask-office-hint" />
          <span>{t("shareReply.askOffice")}</span>
        </label>
        <p id="ask-office-hint" className="hint">
          {t("shareReply.askOfficeHint")}
        </p>
      </div>
    </>
  );
};

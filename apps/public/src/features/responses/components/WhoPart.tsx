import { governmentLevels } from "@cml/domain/influence";
import { Field } from "../../../shell/Field";
import { Labelled } from "../../../shell/Labelled";
import { usePage } from "../../../shell/page-context";
import { Portrait } from "../../../shell/Portrait";
import { typedChoice } from "../model/share-fields";
import type { Choice } from "../model/share-fields";

type WhoPartProps = { choices: readonly Choice[]; chosen: string; values: Record<string, string> };

/**
 * Who answered. Inputs and labels stand side by side, so that the style sheet alone opens what a choice asks for: nothing here
 * needs a script.
 */
export const WhoPart = ({ choices, chosen, values }: WhoPartProps) => {
  const { t } = usePage();
  return (
    <div className="who">
      {choices.map((one, index) => (
        <WhoChoice key={one.value} choice={one} id={`who-${index}`} checked={one.value === chosen} />
      ))}
      <input
        type="radio"
        id="who-typed"
        name="who"
        value={typedChoice}
        required
        defaultChecked={chosen === typedChoice || choices.length === 0}
        className="who-typed"
      />
      <label htmlFor="who-typed">
        <span className="face-text">
          <span className="face-name">{t("shareReply.typed")}</span>
          <span className="dimmed">{t("shareReply.typedHint")}</span>
        </span>
      </label>
      <div className="typed-fields">
        <Field id="typed-name" name="typedName" label={t("shareReply.name")} maxLength={200} defaultValue={values["typedName"]} />
        <Field
          id="typed-title"
          name="typedTitle"
          label={t("shareReply.office")}
          hint={t("shareReply.officeHint")}
          maxLength={200}
          defaultValue={values["typedTitle"]}
        />
      </div>
      <Labelled id="reply-level" label={t("shareReply.level")} className="field level-field">
        {(described) => (
          <select {...described} className="input" name="level" defaultValue={values["level"] ?? ""}>
            <option value="">{t("shareReply.levelChoose")}</option>
            {governmentLevels.map((level) => (
              <option key={level} value={level}>
                {t(`shareReply.levels.${level}`)}
              </option>
            ))}
          </select>
        )}
      </Labelled>
    </div>
  );
};

const WhoChoice = ({ choice, id, checked }: { choice: Choice; id: string; checked: boolean }) => (
  <>
    <input
      type="radio"
      id={id}
      name="who"
      value={choice.value}
      required
      defaultChecked={checked}
      className={choice.asksLevel ? "who-known who-level" : "who-known"}
    />
    <label htmlFor={id} className="who-person">
      <Portrait name={choice.name} photoUrl={choice.photoUrl} />
      <span className="face-text">
        <span className="face-name">{choice.name}</span>
        {choice.facts === "" ? null : <span className="dimmed">{choice.facts}</span>}
      </span>
    </label>
  </>
);

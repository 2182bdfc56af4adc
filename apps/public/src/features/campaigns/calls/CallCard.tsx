import type { CallOutcome } from "@cml/domain/influence";
import { CheckIcon, PhoneIcon } from "../../../shell/icons";
import { usePage } from "../../../shell/page-context";
import { Portrait } from "../../../shell/Portrait";
import { DialCode } from "./DialCode";
import { OfficeHours } from "./OfficeHours";
import type { CallPerson, Calls } from "./useCalls";

type Result = Exclude<CallOutcome, "NOT_NOW">;
const results: readonly Result[] = ["TALKED", "VOICEMAIL", "NO_ANSWER", "FULL", "WRONG_NUMBER"];

type CallCardProps = { person: CallPerson; calls: Calls; isPreview: boolean };

export const CallCard = ({ person, calls, isPreview }: CallCardProps) => {
  const { t } = usePage();
  const { number: at, outcome } = calls.stateOf(person);
  const number = person.numbers[at];
  const more = person.numbers.length - at - 1;
  return (
    <article className="call" aria-label={person.name}>
      <header>
        <Portrait name={person.name} photoUrl={person.photoUrl} />
        <span className="face-text">
          <span className="face-name">{person.name}</span>
          <span className="dimmed">{[person.officeTitle, person.districtName].filter((fact) => fact !== "").join(" · ")}</span>
        </span>
      </header>
      {number === undefined ? (
        <p className="notice">{t("calls.noMore")}</p>
      ) : (
        <>
          <div className="dial">
            <a className="button button-large dial-number" href={number.dial}>
              <PhoneIcon />
              <span className="tabular">{number.tel}</span>
            </a>
            <DialCode dial={number.dial} />
          </div>
          <OfficeHours number={number} />
          <details className="script" open>
            <summary>{t("calls.script")}</summary>
            <p className="prose">{person.script}</p>
          </details>
          {outcome === null ? (
            <fieldset className="results">
              <legend>{t("calls.how")}</legend>
              {results.map((result) => (
                <button key={result} type="button" className="button button-quiet" onClick={() => void calls.record(person, result)}>
                  {t(`calls.results.${result}`)}
                </button>
              ))}
            </fieldset>
          ) : (
            <Said person={person} calls={calls} outcome={outcome} more={more} isPreview={isPreview} />
          )}
        </>
      )}
    </article>
  );
};

type SaidProps = CallCardProps & { outcome: CallOutcome; more: number };

const Said = ({ person, calls, outcome, more, isPreview }: SaidProps) => {
  const { t } = usePage();
  const again = outcome === "FULL" || outcome === "NO_ANSWER" || outcome === "WRONG_NUMBER";
  const isTried = isPreview && outcome !== "NOT_NOW";
  return (
    <div className="said" role="status">
      <p>
        <CheckIcon /> {isTried ? t("calls.saidInPreview", { result: t(`calls.results.${outcome}`) }) : t(`calls.said.${outcome}`)}
      </p>
      <p className="row">
        {again && more > 0 ? (
          <button type="button" className="button" onClick={() => calls.nextNumber(person)}>
            {t("calls.nextNumber")}
          </button>
        ) : null}
        <button type="button" className="button button-quiet" onClick={() => void calls.undo(person)}>
          {t("calls.undo")}
        </button>
      </p>
    </div>
  );
};

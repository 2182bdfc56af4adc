import { formatPostalCode } from "@cml/domain/kernel";
import { Problem } from "../../../shell/Field";
import { ArrowIcon, BackIcon, PhoneIcon } from "../../../shell/icons";
import { usePage } from "../../../shell/page-context";
import { officeTitle } from "../model/office-title";
import type { Found, Recipient } from "./letter-flow";
import type { LetterFlow } from "./useLetterFlow";

export const PeopleStep = ({ letter: { flow, dispatch, toLetter } }: { letter: LetterFlow }) => {
  const { t } = usePage();
  const { found } = flow;
  if (found === null) return null;
  const reachable = found.recipients.some(({ hasEmail }) => hasEmail);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        toLetter();
      }}
    >
      <Where found={found} />
      {found.recipients.length === 0 ? (
        <div className="notice">
          <p className="notice-title">{t("panel.people.none")}</p>
          <p>{t("panel.people.noneHint")}</p>
        </div>
      ) : (
        <fieldset className="faces">
          <legend>{t("panel.people.choose")}</legend>
          {found.splitLevels.map((level) => (
            <p key={level} className="notice">
              {t("panel.people.split", { level: t(`panel.places.${level}`) })}
            </p>
          ))}
          {found.recipients.map((recipient) => (
            <Face
              key={recipient.key}
              recipient={recipient}
              ticked={flow.ticked.includes(recipient.key)}
              onTick={(on) => dispatch({ type: "ticked", key: recipient.key, on })}
            />
          ))}
        </fieldset>
      )}
      <Problem text={flow.fields.people ?? flow.problem} />
      {reachable ? (
        <button type="submit" className="button button-large">
          {t("panel.people.button")}
          <ArrowIcon />
        </button>
      ) : null}
      <button type="button" className="button button-quiet" onClick={() => dispatch({ type: "went", step: "code" })}>
        <BackIcon />
        {t("panel.people.otherCode")}
      </button>
    </form>
  );
};

const Where = ({ found }: { found: Found }) => {
  const { t } = usePage();
  const code = formatPostalCode(found.postalCode);
  const place = [found.city, found.province].filter((part) => part !== "").join(", ");
  return (
    <>
      <p className="dimmed">{place === "" ? code : t("panel.people.place", { code, place })}</p>
      {found.emptyLevels.map((level) => (
        <p key={level} className="notice">
          {t("panel.people.empty", { level: t(`panel.places.${level}`) })}
        </p>
      ))}
    </>
  );
};

const Face = ({ recipient, ticked, onTick }: { recipient: Recipient; ticked: boolean; onTick: (on: boolean) => void }) => {
  const { t } = usePage();
  const { key, name, title, districtName, partyName, photoUrl, hasEmail, phone } = recipient;
  const facts = [officeTitle(t, title), districtName, partyName ?? ""].filter((fact) => fact !== "");
  return (
    <div className={hasEmail ? "face" : "face face-silent"}>
      <label>
        <input
          type="checkbox"
          checked={ticked}
          disabled={!hasEmail}
          onChange={(event) => onTick(event.currentTarget.checked)}
          value={key}
          name="recipient"
        />
        <Portrait name={name} photoUrl={photoUrl} />
        <span className="face-text">
          <span className="face-name">{name}</span>
          <span className="dimmed">
            {facts.map((fact, index) => (
              <span key={fact} className="fact">
                {index < facts.length - 1 ? `${fact} · ` : fact}
              </span>
            ))}
          </span>
          {hasEmail ? null : <span className="dimmed">{t("panel.people.noEmail")}</span>}
        </span>
      </label>
      {!hasEmail && phone !== null ? (
        <a className="face-phone" href={`tel:${phone.replace(/[^\d+]/g, "")}`}>
          <PhoneIcon size={16} />
          {t("panel.people.phone", { phone })}
        </a>
      ) : null}
    </div>
  );
};

/** A face, or initials while there is none: remote pictures come through our own server only. */
const Portrait = ({ name, photoUrl }: { name: string; photoUrl: string | null }) => {
  const initials = name
    .split(/\s+/)
    .filter((_word, index, words) => index === 0 || index === words.length - 1)
    .map((word) => [...word][0] ?? "")
    .join("");
  return photoUrl === null ? (
    <span className="portrait" aria-hidden="true">
      {initials}
    </span>
  ) : (
    <img className="portrait" src={photoUrl} alt="" width={56} height={56} loading="lazy" />
  );
};

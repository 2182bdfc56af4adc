import type { Target } from "@cml/domain/influence";
import { usePage } from "../../../shell/page-context";
import { Portrait } from "../../../shell/Portrait";
import { canBeWritten } from "./letter-flow";
import { OtherWays } from "./OtherWays";
import type { PanelCampaign } from "./panel-campaign";
import { shortId } from "./short-id";

type FaceProps = { target: Target; campaign: PanelCampaign; ticked: boolean; onTick: (on: boolean) => void };

export const Face = ({ target, campaign, ticked, onTick }: FaceProps) => {
  const { t, locale } = usePage();
  const { id, name, officeTitle, districtName, organization, partyName, photoUrl, hasEmail, isVacant, handling } = target;
  const facts = [officeTitle, organization ?? "", districtName, partyName ?? ""].filter((fact) => fact !== "");
  const writable = canBeWritten(target, campaign.methods);
  if (isVacant)
    return (
      <div className="face face-silent">
        <p className="face-vacant">
          <span className="portrait portrait-empty" aria-hidden="true" />
          <span className="face-text">
            <span className="face-name">{t("panel.people.vacant")}</span>
            <span className="dimmed">{facts.join(" · ")}</span>
          </span>
        </p>
      </div>
    );
  return (
    <div className={writable ? "face" : "face face-silent"}>
      <label>
        <input
          type="checkbox"
          checked={ticked && writable}
          disabled={!writable}
          onChange={(event) => onTick(event.currentTarget.checked)}
          value={shortId(id)}
          name="to"
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
          <Stand target={target} />
          {handling === "THANK" ? <span className="face-note">{t("panel.people.thank")}</span> : null}
          {hasEmail || handling === "SKIP" ? null : <span className="dimmed">{t("panel.people.noEmail")}</span>}
          {handling === "SKIP" ? <span className="dimmed">{t("panel.people.skipped")}</span> : null}
          {target.preferredLocale !== null && target.preferredLocale !== locale ? (
            <span className="face-note">{t(`panel.people.prefers.${target.preferredLocale}`)}</span>
          ) : null}
        </span>
      </label>
      {hasEmail || handling === "SKIP" ? null : <OtherWays target={target} campaign={campaign} />}
    </div>
  );
};

const positionMarks = { FOR: "●", LEANING: "◐", AGAINST: "✕" } as const;

/** Where she stands, as staff wrote it down, with where that is known from. */
const Stand = ({ target: { position, positionSource } }: { target: Target }) => {
  const { t } = usePage();
  if (position === "UNKNOWN") return null;
  return (
    <span className="stand" data-position={position} title={positionSource ?? undefined}>
      <span aria-hidden="true">{positionMarks[position]}</span> {t(`votes.stand.${position}`)}
    </span>
  );
};

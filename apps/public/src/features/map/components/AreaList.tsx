import { type CSSProperties, useId } from "react";
import { usePage } from "../../../shell/page-context";
import { percent } from "../../../texts/percent";
import type { AreaView } from "../model";

type AreaListProps = {
  areas: readonly AreaView[];
  chosen: string | null;
  /** Null until there is a map to show it on. */
  onChoose: ((id: string) => void) | null;
};

/** Every area with how far it is: what the map shows, in words and bars. */
export const AreaList = ({ areas, chosen, onChoose }: AreaListProps) => {
  const { t } = usePage();
  const heading = useId();
  return (
    <section className="map-areas" aria-labelledby={heading}>
      <h2 id={heading}>{t("map.areas")}</h2>
      <p className="dimmed">{t("map.areasHint")}</p>
      <ul>
        {areas.map((area) => (
          <li key={area.id}>
            {onChoose === null ? (
              <div className="map-area">
                <AreaText area={area} />
              </div>
            ) : (
              <button type="button" className="map-area" aria-pressed={chosen === area.id} onClick={() => onChoose(area.id)}>
                <AreaText area={area} />
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};

const AreaText = ({ area: { name, color, doors, share } }: { area: AreaView }) => {
  const { t, locale } = usePage();
  // A colour of the organisation's own cannot be a class.
  const bar: CSSProperties = { width: `${(share ?? 0) * 100}%`, backgroundColor: color };
  return (
    <>
      <span className="map-area-name">{name}</span>
      {share === null || doors === null ? (
        <span className="map-area-none">{t("map.tooFew")}</span>
      ) : (
        <>
          <span className="map-area-share tabular">{percent(locale, share)}</span>
          <span className="map-bar" aria-hidden="true">
            <span style={bar} />
          </span>
          <span className="map-area-doors">{t("map.doors", { count: doors })}</span>
        </>
      )}
    </>
  );
};

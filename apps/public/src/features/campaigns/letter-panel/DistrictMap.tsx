import { useEffect, useMemo, useState } from "react";
import { createPublicClient } from "@cml/api-client/public";
import { usePage } from "../../../shell/page-context";
import { drawShapes, type Shapes } from "./district-shapes";

type DistrictMapProps = { districts: readonly { key: string; name: string }[]; onChoose: (key: string) => void };

/**
 * The districts as plain shapes, drawn here: enough to see on which side one lives, without a map library, a tile or a
 * third party. Says nothing where the shapes are not known; the list below it is complete without it.
 */
export const DistrictMap = ({ districts, onChoose }: DistrictMapProps) => {
  const { t, locale } = usePage();
  const [shapes, setShapes] = useState<Shapes | null>(null);
  const keys = useMemo(() => districts.map(({ key }) => key), [districts]);
  useEffect(() => {
    let gone = false;
    createPublicClient({ locale: () => locale })
      .influence.representatives.districtShapes.query({ districts: keys })
      .then(
        (found) => (gone ? undefined : setShapes(found)),
        // The list says the same in words.
        () => (gone ? undefined : setShapes({ type: "FeatureCollection", features: [] })),
      );
    return () => {
      gone = true;
    };
  }, [keys, locale]);

  if (shapes === null) return <div className="district-map skeleton" aria-hidden="true" />;
  const drawn = drawShapes(shapes, keys);
  if (drawn.paths.length < 2) return null;
  return (
    <svg className="district-map" viewBox={`0 0 ${drawn.width} ${drawn.height}`} role="img" aria-label={t("panel.districts.map")}>
      {drawn.paths.map(({ key, path }) => (
        <path key={key} d={path} data-index={keys.indexOf(key) % 6} onClick={() => onChoose(key)} />
      ))}
      {drawn.paths.map(({ key, middle }) => (
        <g key={key} className="district-map-mark">
          <circle cx={middle[0]} cy={middle[1]} r="13" />
          <text x={middle[0]} y={middle[1]} dy="0.36em" textAnchor="middle">
            {keys.indexOf(key) + 1}
          </text>
        </g>
      ))}
    </svg>
  );
};

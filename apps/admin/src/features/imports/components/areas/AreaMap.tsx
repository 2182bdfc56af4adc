import type { ReviewedArea } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { boundsOf, MapView } from "@cml/ui/map";
import type { FeatureCollection } from "geojson";
import { useMemo } from "react";
import { useMapGround } from "../../../../shell/useMapGround";

/** By what becomes of them; told apart by eyes that do not see all colours. */
const colours = { created: "#009e73", changed: "#e69f00", same: "#7a7a7a", refused: "#d55e00" } as const;

type Props = { areas: readonly ReviewedArea[]; skipped: ReadonlySet<number>; chosen: number | null; onChoose: (row: number) => void };

/** Every area of the file on one map, those that are refused as lines, with the place at fault marked. */
export const AreaMap = ({ areas, skipped, chosen, onChoose }: Props) => {
  const { t } = useTranslation();
  const place = useMapGround();
  const shapes = useMemo<FeatureCollection>(
    () => ({
      type: "FeatureCollection",
      features: areas.flatMap(({ row, name, verdict, shape }) =>
        shape === null || skipped.has(row)
          ? []
          : [{ type: "Feature", properties: { id: String(row), name, color: colours[verdict] }, geometry: shape }],
      ),
    }),
    [areas, skipped],
  );
  const troubles = useMemo<FeatureCollection>(
    () => ({
      type: "FeatureCollection",
      features: areas.flatMap(({ row, at }) =>
        at === null || Math.abs(at.longitude) > 180
          ? []
          : [
              {
                type: "Feature",
                properties: { id: String(row), color: colours.refused, label: "!" },
                geometry: { type: "Point", coordinates: [at.longitude, at.latitude] },
              },
            ],
      ),
    }),
    [areas],
  );
  const bounds = useMemo(() => {
    const one = shapes.features.filter(({ properties }) => properties?.["id"] === String(chosen));
    return boundsOf(one.length > 0 ? { type: "FeatureCollection", features: one } : shapes);
  }, [shapes, chosen]);
  return (
    <MapView
      label={t("areaReview.map")}
      height="min(60vh, 520px)"
      areas={shapes}
      points={troubles}
      selectedAreaId={chosen === null ? null : String(chosen)}
      bounds={bounds}
      {...place}
      onArea={(id) => onChoose(Number(id))}
    />
  );
};

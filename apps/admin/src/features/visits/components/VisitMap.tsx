import type { Visit } from "@cml/domain/canvass";
import { toPosition } from "@cml/domain/kernel";
import { useTranslation } from "@cml/ui/i18n";
import { boundsOf, MapView } from "@cml/ui/map";
import type { FeatureCollection } from "geojson";
import { useMemo } from "react";
import { useCutShapes } from "../../../shell/useCutShapes";
import { useMapGround } from "../../../shell/useMapGround";

/** The knocks of the list where they happened, with the turf around them. */
export const VisitMap = ({ visits }: { visits: Visit[] }) => {
  const { t } = useTranslation();
  const shapes = useCutShapes();
  const place = useMapGround();
  const points = useMemo<FeatureCollection>(
    () => ({
      type: "FeatureCollection",
      features: visits.map((visit) => ({
        type: "Feature",
        properties: { id: visit.id, supportLevel: visit.supportLevel },
        geometry: { type: "Point", coordinates: toPosition(visit) },
      })),
    }),
    [visits],
  );
  const bounds = useMemo(() => boundsOf(points) ?? shapes.bounds, [points, shapes.bounds]);
  return <MapView label={t("visits.map")} height="min(56vh, 560px)" areas={shapes.areas} points={points} bounds={bounds} {...place} />;
};

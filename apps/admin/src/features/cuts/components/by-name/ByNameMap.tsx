import type { BoundaryPreview, CutGeometry } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { MapView } from "@cml/ui/map";
import type { FeatureCollection } from "geojson";
import { useMemo } from "react";
import { doorTiles } from "../../../../shell/door-tiles";
import { useCutShapes } from "../../../../shell/useCutShapes";
import { useMapGround } from "../../../../shell/useMapGround";
import { useTilesVersion } from "../../../../shell/useTilesVersion";

const shapeOf = (id: string, { name, geometry, color }: { name: string; geometry: CutGeometry; color?: string }) => ({
  type: "Feature" as const,
  properties: { id, name, ...(color === undefined ? {} : { color }) },
  geometry,
});

/** The chosen boundary among the turf there is; where it has changed, its old shape too. */
export const ByNameMap = ({ boundary }: { boundary: BoundaryPreview | undefined }) => {
  const { t } = useTranslation();
  const shapes = useCutShapes();
  const place = useMapGround();
  const areas = useMemo<FeatureCollection | undefined>(() => {
    if (shapes.areas === undefined || boundary === undefined) return shapes.areas;
    const others = shapes.areas.features.filter(({ properties }) => properties?.["id"] !== boundary.cutId);
    const before = boundary.before === null ? [] : [shapeOf("before", { name: "", geometry: boundary.before.geometry, color: "#e69f00" })];
    return { type: "FeatureCollection", features: [...others, ...before, shapeOf("named", boundary)] };
  }, [shapes.areas, boundary]);
  return (
    <MapView
      edge
      height="100%"
      label={t("turfByName.map")}
      areas={areas}
      selectedAreaId={boundary === undefined ? null : "named"}
      doors={doorTiles}
      version={useTilesVersion()}
      bounds={boundary?.bounds ?? shapes.bounds}
      {...place}
    />
  );
};

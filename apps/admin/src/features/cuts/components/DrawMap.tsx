import { type CutGeometry, partsOf } from "@cml/domain/map";
import { boundsOf, type MapDrawing, MapView } from "@cml/ui/map";
import { useTranslation } from "@cml/ui/i18n";
import type { FeatureCollection } from "geojson";
import { useMemo } from "react";
import { doorTiles } from "../../../shell/door-tiles";
import { useCutShapes } from "../../../shell/useCutShapes";
import { useMapGround } from "../../../shell/useMapGround";
import { useTilesVersion } from "../../../shell/useTilesVersion";
import type { BoundaryDraft } from "../hooks/useBoundaryDraft";

type Props = {
  draft: BoundaryDraft;
  isLocked: boolean;
  exceptId: string | null;
  begin: CutGeometry | null;
  trouble: MapDrawing["trouble"];
};

/** The map under the drawing: the doors, and the other turf whose lines pull. */
export const DrawMap = ({ draft, isLocked, exceptId, begin, trouble }: Props) => {
  const { t } = useTranslation();
  const shapes = useCutShapes();
  const place = useMapGround();
  const areas = useMemo<FeatureCollection | undefined>(
    () =>
      shapes.areas === undefined || isLocked
        ? shapes.areas
        : { ...shapes.areas, features: shapes.areas.features.filter(({ properties }) => properties?.["id"] !== exceptId) },
    [shapes.areas, exceptId, isLocked],
  );
  const neighbours = useMemo(
    () =>
      (areas?.features ?? []).flatMap(({ geometry }) =>
        geometry.type === "Polygon" || geometry.type === "MultiPolygon" ? partsOf(geometry).flat() : [],
      ),
    [areas],
  );
  // Where to look is decided once: the map must not move under somebody who draws.
  const bounds = useMemo(() => (begin === null ? null : boundsOf({ type: "FeatureCollection", features: [{ type: "Feature", properties: {}, geometry: begin }] })), [begin]); // prettier-ignore
  const drawing: MapDrawing = {
    rings: draft.rings,
    tool: draft.tool,
    neighbours,
    trouble,
    onChange: draft.onChange,
    onSelect: draft.setSelected,
    onCorner: draft.setCorner,
    handle: draft.handle,
  };
  return (
    <MapView
      edge
      height="100%"
      label={t("turf.map")}
      areas={areas}
      selectedAreaId={isLocked ? exceptId : null}
      doors={doorTiles}
      colourBy="visit"
      version={useTilesVersion()}
      bounds={bounds ?? (shapes.bounds === null ? null : shapes.bounds)}
      drawing={isLocked ? undefined : drawing}
      {...place}
    />
  );
};

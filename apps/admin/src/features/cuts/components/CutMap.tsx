import { useTranslation } from "@cml/ui/i18n";
import { MapView } from "@cml/ui/map";
import { doorTiles } from "../../../shell/door-tiles";
import { useCutShapes } from "../../../shell/useCutShapes";
import { useMapGround } from "../../../shell/useMapGround";
import { useTilesVersion } from "../../../shell/useTilesVersion";

/** Every turf on one map; a click opens one, as a row of the table does. */
export const CutMap = ({ onSelect }: { onSelect: (id: string) => void }) => {
  const { t } = useTranslation();
  const { areas, bounds } = useCutShapes();
  const place = useMapGround();
  return (
    <MapView
      label={t("turf.map")}
      height="min(68vh, 680px)"
      areas={areas}
      doors={doorTiles}
      version={useTilesVersion()}
      bounds={bounds}
      {...place}
      onArea={onSelect}
    />
  );
};

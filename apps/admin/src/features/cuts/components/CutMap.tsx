import type { Cut } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { MapView } from "@cml/ui/map";
import { doorTiles } from "../../../shell/door-tiles";
import { useCutShapes } from "../../../shell/useCutShapes";
import { useMapGround } from "../../../shell/useMapGround";
import { useTilesVersion } from "../../../shell/useTilesVersion";

type Props = { selectedId: string; cuts: Cut[]; onSelect: (id: string) => void };

/** Every turf on one map; a click chooses one, as a row of the table does. */
export const CutMap = ({ selectedId, cuts, onSelect }: Props) => {
  const { t } = useTranslation();
  const { areas, bounds } = useCutShapes();
  const place = useMapGround();
  const chosen = cuts.find(({ id }) => id === selectedId)?.bounds ?? null;
  return (
    <MapView
      label={t("turf.map")}
      height="min(68vh, 680px)"
      areas={areas}
      doors={doorTiles}
      version={useTilesVersion()}
      selectedAreaId={selectedId === "" ? null : selectedId}
      bounds={chosen ?? bounds}
      {...place}
      onArea={onSelect}
    />
  );
};

import type { CutDetail } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { DoorLegend, MapView } from "@cml/ui/map";
import { useNavigate } from "@tanstack/react-router";
import { doorTiles } from "../../../shell/door-tiles";
import { useCutShapes } from "../../../shell/useCutShapes";
import { useMapGround } from "../../../shell/useMapGround";
import { useTilesVersion } from "../../../shell/useTilesVersion";

/** A turf among the others, with its doors by how visits went. */
export const OneCutMap = ({ cut }: { cut: CutDetail }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { areas } = useCutShapes();
  const place = useMapGround();
  return (
    <MapView
      label={t("turf.map")}
      height="min(70vh, 700px)"
      areas={areas}
      doors={doorTiles}
      colourBy="visit"
      version={useTilesVersion()}
      selectedAreaId={cut.id}
      bounds={cut.bounds}
      legend={<DoorLegend by="visit" />}
      {...place}
      onArea={(id) => void navigate({ to: `/turf/${id}` })}
    />
  );
};

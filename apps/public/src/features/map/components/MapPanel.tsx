import { useRef, useState } from "react";
import { usePage } from "../../../shell/page-context";
import type { Chosen, MapPanelProps } from "../panel";
import { AreaList } from "./AreaList";
import { ChosenCard } from "./ChosenCard";
import { type MapNotice, usePublicMap } from "./usePublicMap";

/** The map beside the list of its areas. The list is whole without it; a choice in one is shown in both. */
export const MapPanel = (props: MapPanelProps) => {
  const { areas, shifts, view } = props;
  const { t } = usePage();
  const element = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<Chosen>(null);
  const { awake, notice, forget } = usePublicMap(element, { ...props, chosen, onChoose: setChosen });
  const toMap = (id: string) => {
    setChosen({ kind: "area", id });
    element.current?.scrollIntoView({ block: "nearest" });
  };
  return (
    <div className={areas.length === 0 ? "map-panel map-panel-alone" : "map-panel"}>
      <div className="map-side">
        <div className="map-frame">
          <div ref={element} className="map-canvas" role="region" aria-label={t("map.label")} />
          {awake || notice === "failed" ? null : <p className="map-word">{t("map.waiting")}</p>}
          <div role="status">{notice === null ? null : <Notice notice={notice} onClose={forget} />}</div>
          {view.credits.length === 0 ? null : <p className="map-credits">{view.credits.join(" · ")}</p>}
        </div>
        <div aria-live="polite">
          <ChosenCard
            area={chosen?.kind === "area" ? areas.find(({ id }) => id === chosen.id) : undefined}
            shift={chosen?.kind === "shift" ? shifts.find(({ id }) => id === chosen.id) : undefined}
            onClose={() => setChosen(null)}
          />
        </div>
      </div>
      {areas.length === 0 ? null : (
        <AreaList areas={areas} chosen={chosen?.kind === "area" ? chosen.id : null} onChoose={awake ? toMap : null} />
      )}
    </div>
  );
};

const Notice = ({ notice, onClose }: { notice: MapNotice; onClose: () => void }) => {
  const { t } = usePage();
  if (notice === "failed") return <p className="map-word">{t("map.failed")}</p>;
  return (
    <div className="map-notice">
      <p>{t(`map.${notice}`)}</p>
      <button type="button" className="button button-quiet" onClick={onClose}>
        {t("map.close")}
      </button>
    </div>
  );
};

import { Island } from "../../../islands/Island";
import { EmptyState } from "../../../shell/EmptyState";
import { ArrowIcon } from "../../../shell/icons";
import { usePage } from "../../../shell/page-context";
import { ShiftList } from "../../shifts";
import { MapPanel } from "../components/MapPanel";
import type { MapPanelProps } from "../panel";

export const MapPage = ({ areas, shifts, view }: MapPanelProps) => {
  const { t, link } = usePage();
  return (
    <div className="wrap page">
      <h1>{t("map.title")}</h1>
      <p className="lead">{t("map.lead")}</p>
      {areas.length === 0 && shifts.length === 0 ? (
        <EmptyState title={t("map.empty")} text={t("map.emptyHint")} />
      ) : (
        <Island name="map" component={MapPanel} props={{ areas, shifts, view }} />
      )}
      <section aria-labelledby="shifts">
        <h2 id="shifts">{t("map.shifts")}</h2>
        {shifts.length === 0 ? <p className="dimmed">{t("map.noShifts")}</p> : <ShiftList shifts={shifts.slice(0, 5)} />}
        {shifts.length > 5 ? (
          <p>
            <a className="button button-quiet" href={link("/shifts")}>
              {t("map.allShifts")}
              <ArrowIcon />
            </a>
          </p>
        ) : null}
      </section>
    </div>
  );
};

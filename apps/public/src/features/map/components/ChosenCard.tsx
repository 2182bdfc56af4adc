import { CrossIcon } from "../../../shell/icons";
import { usePage } from "../../../shell/page-context";
import { calendarDay, clockTime } from "../../../texts/dates";
import { percent } from "../../../texts/percent";
import { Places, type ShiftView } from "../../shifts";
import type { AreaView } from "../model";

type ChosenCardProps = { area: AreaView | undefined; shift: ShiftView | undefined; onClose: () => void };

/** What was chosen on the map, in words. */
export const ChosenCard = ({ area, shift, onClose }: ChosenCardProps) => {
  const { t } = usePage();
  if (area === undefined && shift === undefined) return null;
  return (
    <div className="map-card">
      <div>
        {area === undefined ? null : <AreaFacts area={area} />}
        {shift === undefined ? null : <ShiftFacts shift={shift} />}
      </div>
      <button type="button" className="map-close" aria-label={t("map.close")} onClick={onClose}>
        <CrossIcon size={18} />
      </button>
    </div>
  );
};

const AreaFacts = ({ area: { name, doors, share } }: { area: AreaView }) => {
  const { t, locale } = usePage();
  return (
    <>
      <p className="map-card-title">{name}</p>
      <p>
        {doors === null || share === null
          ? t("map.tooFew")
          : `${t("map.visited", { percent: percent(locale, share) })} · ${t("map.doors", { count: doors })}`}
      </p>
    </>
  );
};

const ShiftFacts = ({ shift }: { shift: ShiftView }) => {
  const { t, locale, link } = usePage();
  return (
    <>
      <p className="map-card-title">{shift.title}</p>
      <p className="map-card-when">
        {calendarDay(locale, shift.date)}, {clockTime(locale, shift.startTime)} – {clockTime(locale, shift.endTime)}
      </p>
      <Places placesLeft={shift.placesLeft} />
      <p>
        <a href={link(`/shifts/${shift.id}`)}>{t("map.toShift")}</a>
      </p>
    </>
  );
};

import type { Shift } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { hoursShown, lanesOf, shiftsByDay, spanOf } from "../../model/calendar";
import classes from "./Calendar.module.css";
import { DayHead, useDayKeys, useDayWords } from "./DayHead";
import { ShiftChip } from "./ShiftChip";

type Props = {
  days: readonly string[];
  day: string;
  today: string;
  shifts: readonly Shift[];
  canEdit: boolean;
  onDay: (day: string) => void;
  onNew: (day: string, time?: string) => void;
};

const hourHeight = 46;

/** A week by its hours: shifts as long as they last, side by side where they overlap. A click makes a shift at that hour. */
export const WeekGrid = ({ days, day, today, shifts, canEdit, onDay, onNew }: Props) => {
  const { t } = useTranslation();
  const words = useDayWords();
  const keys = useDayKeys(onDay);
  const { from, until } = hoursShown(shifts);
  const hours = Array.from({ length: until - from }, (_, index) => from + index);
  const ofDay = shiftsByDay(shifts);
  const top = (minutes: number) => ((minutes - from * 60) / 60) * hourHeight;
  return (
    <div className={classes["hours"]} role="grid" aria-label={t("shiftCalendar.grid")} ref={keys.ref} onKeyDown={keys.onKeyDown}>
      <div role="row" className={classes["hoursRow"]}>
        <div role="columnheader" aria-label={t("shiftCalendar.hours")} />
        {days.map((one) => (
          <div key={one} role="columnheader" className={classes["hoursHead"]}>
            <span>{words.weekday(one)}</span>
            <DayHead day={one} today={today} isCurrent={one === day} count={ofDay.get(one)?.length ?? 0} onOpen={canEdit ? onNew : onDay} />
          </div>
        ))}
      </div>
      <div role="row" className={classes["hoursRow"]}>
        <div role="rowheader" className={classes["scale"]} style={{ height: hours.length * hourHeight }}>
          {hours.map((hour) => (
            <span key={hour} style={{ top: (hour - from) * hourHeight }}>
              {`${String(hour).padStart(2, "0")}:00`}
            </span>
          ))}
        </div>
        {days.map((one) => (
          <div
            key={one}
            role="gridcell"
            className={classes["column"]}
            data-today={one === today || undefined}
            data-can-add={canEdit || undefined}
            style={{ height: hours.length * hourHeight, backgroundSize: `100% ${String(hourHeight)}px` }}
            onClick={
              canEdit
                ? ({ nativeEvent }) =>
                    onNew(one, `${String(Math.min(23, from + Math.floor(nativeEvent.offsetY / hourHeight))).padStart(2, "0")}:00`)
                : undefined
            }
          >
            {lanesOf(ofDay.get(one) ?? []).map(({ shift, lane, lanes }) => {
              const span = spanOf(shift);
              const place = { top: top(span.from) + 1, height: Math.max(40, top(span.until) - top(span.from)) - 3 };
              const side = { left: `calc(${String((lane / lanes) * 100)}% + 2px)`, width: `calc(${String(100 / lanes)}% - 5px)` };
              return <ShiftChip key={shift.id} shift={shift} look="hours" style={{ position: "absolute", ...place, ...side }} />;
            })}
          </div>
        ))}
      </div>
    </div>
  );
};

import type { Shift } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { shiftsByDay } from "../../model/calendar";
import classes from "./Calendar.module.css";
import { DayHead, useDayKeys, useWeekdayNames } from "./DayHead";
import { ShiftChip } from "./ShiftChip";

type Props = {
  days: readonly string[];
  day: string;
  today: string;
  shifts: readonly Shift[];
  canEdit: boolean;
  onDay: (day: string) => void;
  onNew: (day: string) => void;
  onWeek: (day: string) => void;
};

/** Chips that fit a day; what is more is a week's to show. */
const fitting = 2;

/** A month as whole weeks. One day can be reached by Tab, the others by arrows; Enter or a click makes a shift there. */
export const MonthGrid = ({ days, day, today, shifts, canEdit, onDay, onNew, onWeek }: Props) => {
  const { t } = useTranslation();
  const names = useWeekdayNames("short");
  const keys = useDayKeys(onDay);
  const ofDay = shiftsByDay(shifts);
  const weeks = Array.from({ length: days.length / 7 }, (_, index) => days.slice(index * 7, index * 7 + 7));
  return (
    <div className={classes["month"]} role="grid" aria-label={t("shiftCalendar.grid")} ref={keys.ref} onKeyDown={keys.onKeyDown}>
      <div role="row" className={classes["week"]}>
        {names.map((name) => (
          <div key={name} role="columnheader" className={classes["weekday"]}>
            {name}
          </div>
        ))}
      </div>
      {weeks.map((week) => (
        <div key={week[0]} role="row" className={classes["week"]}>
          {week.map((one) => {
            const mine = ofDay.get(one) ?? [];
            const more = mine.length - fitting;
            const shown = more > 0 ? mine.slice(0, fitting) : mine;
            return (
              <div
                key={one}
                role="gridcell"
                className={classes["day"]}
                data-outside={one.slice(0, 7) !== day.slice(0, 7) || undefined}
                data-can-add={canEdit || undefined}
                onClick={canEdit ? () => onNew(one) : undefined}
              >
                <DayHead day={one} today={today} isCurrent={one === day} count={mine.length} onOpen={canEdit ? onNew : onWeek} />
                {shown.map((shift) => (
                  <ShiftChip key={shift.id} shift={shift} />
                ))}
                {more > 0 && (
                  <button
                    type="button"
                    className={classes["more"]}
                    onClick={(event) => {
                      event.stopPropagation();
                      onWeek(one);
                    }}
                  >
                    {t("shiftCalendar.more", { count: more })}
                  </button>
                )}
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
};

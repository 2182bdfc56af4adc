import { PlaceIcon } from "../../../shell/icons";
import { usePage } from "../../../shell/page-context";
import { calendarDay, clockTime } from "../../../texts/dates";
import { distanceWords } from "../distance-words";
import { byDay, type Nearness, type ShiftView } from "../model";
import { Places } from "./Places";

type Props = { shifts: readonly ShiftView[]; heading?: "h2" | "h3"; near?: Nearness };

/** Shifts by day; within a day the nearest first, once it is known from where. */
export const ShiftList = ({ shifts, heading: Heading = "h3", near = null }: Props) => {
  const { t, locale, link } = usePage();
  const metres = near?.metres ?? null;
  return (
    <div className="days">
      {byDay(shifts).map((day) => (
        <section key={day.date} className="day">
          <Heading>{calendarDay(locale, day.date)}</Heading>
          <ul>
            {nearestFirst(day.shifts, metres).map((shift) => (
              <li
                key={shift.id}
                className={shift.placesLeft > 0 ? "shift" : "shift shift-closed"}
                {...(shift.place === null ? {} : { "data-latitude": shift.place.latitude, "data-longitude": shift.place.longitude })}
              >
                <p className="shift-time tabular">
                  {clockTime(locale, shift.startTime)} – {clockTime(locale, shift.endTime)}
                </p>
                <div>
                  <p className="shift-title">
                    <a href={link(`/shifts/${shift.id}`)}>{shift.title}</a>
                  </p>
                  <p className="shift-kind">
                    {t(`shifts.kinds.${shift.kind}`)}
                    <span className="shift-distance">{distanceWords(locale, metres?.get(shift.id))}</span>
                  </p>
                  {shift.location === "" && shift.area === "" ? null : (
                    <p className="dimmed">
                      <PlaceIcon size={16} /> {[shift.location, shift.area].filter((text) => text !== "").join(" · ")}
                    </p>
                  )}
                </div>
                <Places placesLeft={shift.placesLeft} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
};

const nearestFirst = (shifts: readonly ShiftView[], metres: ReadonlyMap<string, number> | null): readonly ShiftView[] =>
  metres === null ? shifts : [...shifts].sort((a, b) => (metres.get(a.id) ?? Infinity) - (metres.get(b.id) ?? Infinity));

import { PlaceIcon } from "../../../shell/icons";
import { usePage } from "../../../shell/page-context";
import { calendarDay, clockTime } from "../../../texts/dates";
import { byDay, type ShiftView } from "../model";
import { Places } from "./Places";

export const ShiftList = ({ shifts, heading: Heading = "h3" }: { shifts: readonly ShiftView[]; heading?: "h2" | "h3" }) => {
  const { locale, link } = usePage();
  return (
    <div className="days">
      {byDay(shifts).map((day) => (
        <section key={day.date} className="day">
          <Heading>{calendarDay(locale, day.date)}</Heading>
          <ul>
            {day.shifts.map((shift) => (
              <li key={shift.id} className={shift.placesLeft > 0 ? "shift" : "shift shift-closed"}>
                <p className="shift-time tabular">
                  {clockTime(locale, shift.startTime)} – {clockTime(locale, shift.endTime)}
                </p>
                <div>
                  <p className="shift-title">
                    <a href={link(`/shifts/${shift.id}`)}>{shift.title}</a>
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

import { ClockIcon, PhoneIcon, PlaceIcon } from "../../../shell/icons";
import { usePage } from "../../../shell/page-context";
import { calendarDay, clockTime } from "../../../texts/dates";
import type { ShiftView } from "../model";

/** When, where, and whom to ask. */
export const ShiftFacts = ({ shift }: { shift: ShiftView }) => {
  const { t, locale } = usePage();
  const { name, phone, email } = shift.contact;
  const where = [shift.location, shift.area].filter((text) => text !== "").join(" · ");
  return (
    <dl className="facts shift-facts">
      <div>
        <dt>
          <ClockIcon size={18} /> {t("shifts.when")}
        </dt>
        <dd>
          {calendarDay(locale, shift.date)}, {clockTime(locale, shift.startTime)} – {clockTime(locale, shift.endTime)}
        </dd>
      </div>
      {where === "" ? null : (
        <div>
          <dt>
            <PlaceIcon size={18} /> {t("shifts.where")}
          </dt>
          <dd>{where}</dd>
        </div>
      )}
      {name === "" && phone === "" && email === "" ? null : (
        <div>
          <dt>
            <PhoneIcon size={18} /> {t("shifts.contact")}
          </dt>
          <dd>
            {name}
            {phone === "" ? null : (
              <>
                {" "}
                <a href={`tel:${phone.replace(/[^+\d]/g, "")}`}>{phone}</a>
              </>
            )}
            {email === "" ? null : (
              <>
                {" "}
                <a href={`mailto:${email}`}>{email}</a>
              </>
            )}
          </dd>
        </div>
      )}
    </dl>
  );
};

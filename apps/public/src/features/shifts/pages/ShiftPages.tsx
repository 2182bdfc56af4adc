import { EmptyState } from "../../../shell/EmptyState";
import { BackIcon, ClockIcon, PlaceIcon } from "../../../shell/icons";
import { usePage } from "../../../shell/page-context";
import { calendarDay, clockTime } from "../../../texts/dates";
import { Places } from "../components/Places";
import { ShiftList } from "../components/ShiftList";
import type { ShiftView } from "../model";

export const ShiftListPage = ({ shifts }: { shifts: ShiftView[] }) => {
  const { t } = usePage();
  return (
    <div className="wrap page">
      <h1>{t("shifts.title")}</h1>
      <p className="lead">{t("shifts.lead")}</p>
      {shifts.length === 0 ? (
        <EmptyState title={t("shifts.empty")} text={t("shifts.emptyHint")} />
      ) : (
        <ShiftList shifts={shifts} heading="h2" />
      )}
    </div>
  );
};

export const ShiftPage = ({ shift, contactEmail }: { shift: ShiftView; contactEmail: string | null }) => {
  const { t, locale, link } = usePage();
  return (
    <div className="wrap page narrow">
      <p>
        <a className="back" href={link("/shifts")}>
          <BackIcon size={16} /> {t("shifts.back")}
        </a>
      </p>
      <h1>{shift.title}</h1>
      <dl className="facts">
        <div>
          <dt>
            <ClockIcon size={18} /> {t("shifts.when")}
          </dt>
          <dd>
            {calendarDay(locale, shift.date)}, {clockTime(locale, shift.startTime)} – {clockTime(locale, shift.endTime)}
          </dd>
        </div>
        {shift.location === "" && shift.area === "" ? null : (
          <div>
            <dt>
              <PlaceIcon size={18} /> {t("shifts.where")}
            </dt>
            <dd>{[shift.location, shift.area].filter((text) => text !== "").join(" · ")}</dd>
          </div>
        )}
      </dl>
      <Places placesLeft={shift.placesLeft} />
      {shift.description === "" ? null : <p className="prose">{shift.description}</p>}
      {shift.placesLeft === 0 || contactEmail === null ? null : (
        <p className="join">
          {t("shifts.join")} <a href={`mailto:${contactEmail}?subject=${encodeURIComponent(shift.title)}`}>{contactEmail}</a>
        </p>
      )}
    </div>
  );
};

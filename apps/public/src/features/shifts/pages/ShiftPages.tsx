import { EmptyState } from "../../../shell/EmptyState";
import { BackIcon } from "../../../shell/icons";
import { usePage } from "../../../shell/page-context";
import { CalendarLink } from "../components/CalendarLinks";
import { Places } from "../components/Places";
import { ShiftFacts } from "../components/ShiftFacts";
import { ShiftList } from "../components/ShiftList";
import { type FilledForm, SignUpSheet } from "../components/SignUpSheet";
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
        <>
          <ShiftList shifts={shifts} heading="h2" />
          <p className="shift-more">
            <CalendarLink path="/shifts.ics" label={t("shifts.feed")} />
          </p>
        </>
      )}
    </div>
  );
};

export const ShiftPage = ({ shift, filled }: { shift: ShiftView; filled: FilledForm | null }) => {
  const { t, link } = usePage();
  return (
    <div className="wrap page narrow">
      <p>
        <a className="back" href={link("/shifts")}>
          <BackIcon size={16} /> {t("shifts.back")}
        </a>
      </p>
      <h1>{shift.title}</h1>
      <ShiftFacts shift={shift} />
      <Places placesLeft={shift.placesLeft} />
      {shift.description === "" ? null : <p className="prose">{shift.description}</p>}
      {shift.hasBegun ? <p className="lead">{t("shifts.begun")}</p> : <SignUpSheet shift={shift} filled={filled} />}
      <p className="shift-more">
        <CalendarLink path={`/shifts/${shift.id}.ics`} label={t("shifts.toCalendar")} />
      </p>
    </div>
  );
};

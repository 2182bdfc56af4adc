import { EmptyState } from "../../../shell/EmptyState";
import { BackIcon } from "../../../shell/icons";
import { usePage } from "../../../shell/page-context";
import { CalendarLink } from "../components/CalendarLinks";
import { Places } from "../components/Places";
import { ShiftFacts } from "../components/ShiftFacts";
import { ShiftFinder } from "../components/ShiftFinder";
import { ShiftList } from "../components/ShiftList";
import { type FilledForm, SignUpSheet } from "../components/SignUpSheet";
import { chosenShifts, type Nearness, type ShiftChoice, type ShiftView } from "../model";

type ListProps = { shifts: ShiftView[]; choice: ShiftChoice; near: Nearness; problem: string | null };

export const ShiftListPage = ({ shifts, choice, near, problem }: ListProps) => {
  const { t, link } = usePage();
  const shown = chosenShifts(shifts, choice);
  return (
    <div className="wrap page">
      <h1>{t("shifts.title")}</h1>
      <p className="lead">{t("shifts.lead")}</p>
      {shifts.length === 0 ? (
        <EmptyState title={t("shifts.empty")} text={t("shifts.emptyHint")} />
      ) : (
        <>
          {shifts.length > 1 || near !== null ? <ShiftFinder shifts={shifts} choice={choice} near={near} problem={problem} /> : null}
          {shown.length === 0 ? (
            <p className="lead">
              {t("shifts.noneChosen")} <a href={link("/shifts")}>{t("shifts.showAll")}</a>
            </p>
          ) : (
            <ShiftList shifts={shown} heading="h2" near={near} />
          )}
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

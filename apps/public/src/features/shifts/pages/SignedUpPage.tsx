import { usePage } from "../../../shell/page-context";
import { CalendarLink } from "../components/CalendarLinks";
import { ShiftFacts } from "../components/ShiftFacts";
import type { ShiftView } from "../model";

/** After the button: what was asked for, and that the mail says what became of it. */
export const SignedUpPage = ({ shift, isWaiting }: { shift: ShiftView; isWaiting: boolean }) => {
  const { t, link } = usePage();
  return (
    <div className="wrap page narrow">
      <h1>{t(isWaiting ? "shifts.waitingTitle" : "shifts.placeTitle")}</h1>
      <p className="lead">{t(isWaiting ? "shifts.waitingText" : "shifts.placeText")}</p>
      <h2>{shift.title}</h2>
      <ShiftFacts shift={shift} />
      <p className="shift-more">
        {isWaiting ? null : <CalendarLink path={`/shifts/${shift.id}.ics`} label={t("shifts.toCalendar")} />}
        <a className="button button-quiet" href={link("/shifts")}>
          {t("shifts.back")}
        </a>
      </p>
    </div>
  );
};

export const NoSignupPage = () => {
  const { t, link } = usePage();
  return (
    <div className="wrap page narrow">
      <h1>{t("shifts.noLinkTitle")}</h1>
      <p className="lead">{t("shifts.noLinkText")}</p>
      <a className="button" href={link("/shifts")}>
        {t("shifts.back")}
      </a>
    </div>
  );
};

import { Field, Problem } from "../../../shell/Field";
import { usePage } from "../../../shell/page-context";
import { longDateAndTime } from "../../../texts/dates";
import { CalendarLink } from "../components/CalendarLinks";
import { CheckInCode } from "../components/CheckInCode";
import { ShiftFacts } from "../components/ShiftFacts";
import type { MyShiftView, OwnVerb } from "../model";

type MySignupPageProps = { mine: MyShiftView; token: string; chosen: OwnVerb | null; problem: string | null };

/** One's own sign-up: what it is now, and a button for each thing to do. The mail's answer comes first; opening the page does nothing. */
export const MySignupPage = ({ mine, token, chosen, problem }: MySignupPageProps) => {
  const { t, link, locale, timeZone } = usePage();
  const { shift, state, verbs } = mine;
  const able = verbs.flatMap((verb) => (verb === "CHANGE" ? [] : [verb]));
  const first = chosen !== null && able.includes(chosen) ? [chosen, ...able.filter((verb) => verb !== chosen)] : able;
  const until = mine.offerExpiresAt === null ? null : longDateAndTime(locale, mine.offerExpiresAt, timeZone);
  return (
    <div className="wrap page narrow">
      <p className="eyebrow">{mine.name}</p>
      <h1>{t(`shifts.states.${state}.title`)}</h1>
      <p className="lead">
        {state === "OFFERED" && until !== null ? t("shifts.heldUntil", { until }) : t(`shifts.states.${state}.text`)}
        {state === "WAITING" ? ` ${t("shifts.ahead", { count: mine.ahead })}` : ""}
        {state === "PLACE" && mine.isConfirmed ? ` ${t("shifts.isComing")}` : ""}
      </p>
      {mine.cancelReason === "" ? null : <blockquote className="prose">{mine.cancelReason}</blockquote>}
      <Problem text={problem} />
      {mine.checkIn === null ? null : <CheckInCode {...mine.checkIn} />}
      <h2>{shift.title}</h2>
      <ShiftFacts shift={shift} />
      <div className="own-verbs">
        {first.map((verb, index) => (
          <form key={verb} method="post" action={link(`/shifts/mine/${token}`)}>
            <input type="hidden" name="verb" value={verb} />
            <button type="submit" className={index === 0 ? "button button-large" : "button button-quiet button-wide"}>
              {t(state === "OFFERED" && verb === "CANCEL" ? "shifts.verbs.GIVE_UP" : `shifts.verbs.${verb}`)}
            </button>
          </form>
        ))}
      </div>
      {verbs.includes("CHANGE") ? (
        <details className="own-details">
          <summary>{t("shifts.change")}</summary>
          <form method="post" action={link(`/shifts/mine/${token}`)}>
            <input type="hidden" name="verb" value="CHANGE" />
            <Field name="name" label={t("shifts.name")} autoComplete="name" required maxLength={120} defaultValue={mine.name} />
            <Field name="phone" type="tel" label={t("shifts.phone")} autoComplete="tel" maxLength={40} defaultValue={mine.phone} />
            <button type="submit" className="button">
              {t("shifts.save")}
            </button>
          </form>
        </details>
      ) : null}
      <p className="shift-more">
        {state === "PLACE" ? <CalendarLink path={`/shifts/${shift.id}.ics`} label={t("shifts.toCalendar")} /> : null}
        <CalendarLink path={`/shifts/feed/${mine.feedToken}.ics`} label={t("shifts.myFeed")} />
        <a className="button button-quiet" href={link("/shifts")}>
          {t("shifts.back")}
        </a>
      </p>
    </div>
  );
};

import { shiftKinds } from "@cml/domain/map";
import { Field } from "../../../shell/Field";
import { usePage } from "../../../shell/page-context";
import { calendarDay } from "../../../texts/dates";
import { byDay, type Nearness, type ShiftChoice, type ShiftView } from "../model";

type Props = { shifts: readonly ShiftView[]; choice: ShiftChoice; near: Nearness; problem: string | null };

/** What to show of the list, and from where distances are told. Works without scripts; with them the browser's position may be used. */
export const ShiftFinder = ({ shifts, choice, near, problem }: Props) => {
  const { t, link, locale } = usePage();
  const kinds = shiftKinds.filter((kind) => kind === choice.kind || shifts.some((shift) => shift.kind === kind));
  const days = byDay(shifts).map(({ date }) => date);
  const asked = new URLSearchParams(Object.entries(choice).flatMap(([name, value]) => (value === null ? [] : [[name, value]]))).toString();
  return (
    <details className="shift-finder" open={choice.kind !== null || choice.day !== null || near !== null}>
      <summary>{t("shifts.find")}</summary>
      <form method="get" action={link("/shifts")} className="shift-choice">
        <label className="shift-select">
          <span>{t("shifts.kind")}</span>
          <select name="kind" className="input" defaultValue={choice.kind ?? ""}>
            <option value="">{t("shifts.anyKind")}</option>
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`shifts.kinds.${kind}`)}
              </option>
            ))}
          </select>
        </label>
        <label className="shift-select">
          <span>{t("shifts.day")}</span>
          <select name="day" className="input" defaultValue={choice.day ?? ""}>
            <option value="">{t("shifts.anyDay")}</option>
            {days.map((day) => (
              <option key={day} value={day}>
                {calendarDay(locale, day)}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="button button-quiet">
          {t("shifts.show")}
        </button>
      </form>
      <form method="post" action={`${link("/shifts")}${asked === "" ? "" : `?${asked}`}`} className="shift-near">
        <Field
          name="near"
          label={t("shifts.near")}
          hint={t("shifts.nearHint")}
          autoComplete="off"
          required
          minLength={2}
          maxLength={120}
          defaultValue={near?.text ?? ""}
          error={problem ?? undefined}
        />
        <button type="submit" className="button button-quiet">
          {t("shifts.distances")}
        </button>
        <button type="button" className="button button-quiet" data-near-me hidden>
          {t("shifts.nearMe")}
        </button>
        <p className="problem" role="alert" data-near-me-failed hidden>
          {t("shifts.nearMeFailed")}
        </p>
      </form>
    </details>
  );
};

import { usePage } from "../../../shell/page-context";
import type { CallPerson } from "./useCalls";

/** Whether the office answers now, told in the office's own zone, which may not be the caller's. */
export const OfficeHours = ({ number: { open, changesAt, timeZone, officeType } }: { number: CallPerson["numbers"][number] }) => {
  const { t, locale } = usePage();
  const at = (moment: Date) =>
    new Intl.DateTimeFormat(locale === "fr" ? "fr-CA" : "en-CA", {
      weekday: "long",
      hour: "numeric",
      minute: "2-digit",
      timeZone,
      timeZoneName: "short",
    }).format(moment);
  return (
    <p className={open ? "office-hours office-open" : "office-hours"}>
      {officeType === "legislature" || officeType === "constituency" ? (
        <span className="office-type">{t(`calls.offices.${officeType}`)}</span>
      ) : null}
      <span aria-hidden="true">{open ? "●" : "○"}</span>{" "}
      {open
        ? changesAt === null
          ? t("calls.open")
          : t("calls.openUntil", { time: at(changesAt) })
        : changesAt === null
          ? t("calls.closed")
          : t("calls.closedUntil", { time: at(changesAt) })}
    </p>
  );
};

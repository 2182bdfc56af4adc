import type { Shift } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { Link } from "@tanstack/react-router";
import type { CSSProperties } from "react";
import kinds from "../KindMark.module.css";
import { KindMark } from "../KindMark";
import classes from "./Calendar.module.css";

type Props = { shift: Shift; look?: "day" | "hours" | "line"; style?: CSSProperties };

/** A shift in a calendar: its hour, its kind, its name and how full it is. */
export const ShiftChip = ({ shift, look = "day", style }: Props) => {
  const { t } = useTranslation();
  const { id, kind, startTime, endTime, title, status, currentVolunteers, openPlaces } = shift;
  const places = t("shiftCalendar.places", { count: currentVolunteers, open: openPlaces });
  const state = status === "OPEN" ? places : `${t(`shifts.status.${status}`)}, ${places}`;
  const short = status === "OPEN" ? `${String(currentVolunteers)}/${String(openPlaces)}` : t(`shifts.status.${status}`);
  return (
    <Link
      to={`/shifts/${id}`}
      className={`${classes["chip"] ?? ""} ${kinds["tinted"] ?? ""}`}
      data-kind={kind}
      data-status={status}
      data-look={look}
      style={style}
      title={`${startTime}–${endTime} ${title}`}
      aria-label={`${startTime}–${endTime}, ${title}, ${t(`shifts.kinds.${kind}`)}, ${state}`}
      onClick={(event) => event.stopPropagation()}
    >
      <span className={classes["chipHead"]}>
        <KindMark kind={kind} size={14} />
        <span className={classes["chipTime"]}>
          {startTime}
          {look !== "day" && <span className={classes["chipEnd"]}>–{endTime}</span>}
        </span>
        <span className={classes["chipPlaces"]}>{look === "line" ? state : short}</span>
      </span>
      <span className={classes["chipTitle"]}>{title}</span>
    </Link>
  );
};

import classes from "./TurfDesk.module.css";
import type { MarkedTurf } from "./marked-turfs";

export const TurfLetter = ({ turf }: { turf: Pick<MarkedTurf, "letter" | "color"> }) => (
  <span className={classes.letter} style={{ "--turf": turf.color } as React.CSSProperties}>
    {turf.letter}
  </span>
);

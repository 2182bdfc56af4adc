import type { ReactNode } from "react";
import classes from "./QueueDesk.module.css";

/** One thing to decide beside the map it lies on; on a phone the map comes first. */
export const QueueDesk = ({ side, map }: { side: ReactNode; map: ReactNode }) => (
  <div className={classes.desk}>
    <div className={classes.side}>{side}</div>
    <div className={classes.map}>{map}</div>
  </div>
);

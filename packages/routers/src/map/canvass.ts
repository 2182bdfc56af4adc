import { router } from "../trpc/procedures";
import { shiftsCanvassRouter } from "./shifts/canvass";
import { shiftDayCanvassRouter } from "./shifts/shift-day";
import { turfAssignmentsCanvassRouter } from "./turf-assignments/canvass";

export const mapCanvassRouter = router({
  shifts: shiftsCanvassRouter,
  shiftDay: shiftDayCanvassRouter,
  turfAssignments: turfAssignmentsCanvassRouter,
});

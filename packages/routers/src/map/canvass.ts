import { router } from "../trpc/procedures";
import { shiftsCanvassRouter } from "./shifts/canvass";
import { turfAssignmentsCanvassRouter } from "./turf-assignments/canvass";

export const mapCanvassRouter = router({ shifts: shiftsCanvassRouter, turfAssignments: turfAssignmentsCanvassRouter });

import { router } from "../trpc/procedures";
import { cutsAdminRouter } from "./cuts/admin";
import { importsAdminRouter } from "./imports/admin";
import { locationsAdminRouter } from "./locations/admin";
import { shiftsAdminRouter, shiftSignupsAdminRouter } from "./shifts/admin";
import { turfAssignmentsAdminRouter } from "./turf-assignments/admin";

export const mapAdminRouter = router({
  locations: locationsAdminRouter,
  imports: importsAdminRouter,
  cuts: cutsAdminRouter,
  shifts: shiftsAdminRouter,
  shiftSignups: shiftSignupsAdminRouter,
  turfAssignments: turfAssignmentsAdminRouter,
});

import { router } from "../trpc/procedures";
import { cutsAdminRouter } from "./cuts/admin";
import { importsAdminRouter } from "./imports/admin";
import { locationsAdminRouter } from "./locations/admin";
import { residentsAdminRouter, unitsAdminRouter } from "./locations/units";
import { shiftsAdminRouter, shiftSignupsAdminRouter } from "./shifts/admin";
import { turfAssignmentsAdminRouter } from "./turf-assignments/admin";

export const mapAdminRouter = router({
  locations: locationsAdminRouter,
  units: unitsAdminRouter,
  residents: residentsAdminRouter,
  imports: importsAdminRouter,
  cuts: cutsAdminRouter,
  shifts: shiftsAdminRouter,
  shiftSignups: shiftSignupsAdminRouter,
  turfAssignments: turfAssignmentsAdminRouter,
});

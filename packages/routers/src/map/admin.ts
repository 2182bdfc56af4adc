import { router } from "../trpc/procedures";
import { turfPlansAdminRouter } from "./auto-cut/admin";
import { cutsAdminRouter } from "./cuts/admin";
import { dataCreditsRouter } from "./data-credits";
import { geocodingAdminRouter } from "./geocoding/admin";
import { trayAdminRouter } from "./geocoding/tray-admin";
import { importsAdminRouter } from "./imports/admin";
import { registerAdminRouter } from "./imports/register-admin";
import { unmatchedAdminRouter } from "./imports/unmatched-admin";
import { locationsAdminRouter } from "./locations/admin";
import { residentsAdminRouter, unitsAdminRouter } from "./locations/units";
import { shiftsAdminRouter, shiftSignupsAdminRouter } from "./shifts/admin";
import { shiftCallsAdminRouter } from "./shifts/calls";
import { shiftDayAdminRouter } from "./shifts/shift-day";
import { tilesAdminRouter } from "./tiles/admin";
import { turfAssignmentsAdminRouter, turfFiltersAdminRouter } from "./turf-assignments/admin";
import { walkSheetsAdminRouter } from "./walk-sheets/admin";

export const mapAdminRouter = router({
  locations: locationsAdminRouter,
  units: unitsAdminRouter,
  residents: residentsAdminRouter,
  geocoding: geocodingAdminRouter,
  tray: trayAdminRouter,
  imports: importsAdminRouter,
  register: registerAdminRouter,
  unmatched: unmatchedAdminRouter,
  dataCredits: dataCreditsRouter,
  cuts: cutsAdminRouter,
  shifts: shiftsAdminRouter,
  shiftSignups: shiftSignupsAdminRouter,
  shiftDay: shiftDayAdminRouter,
  shiftCalls: shiftCallsAdminRouter,
  tiles: tilesAdminRouter,
  turfAssignments: turfAssignmentsAdminRouter,
  turfFilters: turfFiltersAdminRouter,
  walkSheets: walkSheetsAdminRouter,
  turfPlans: turfPlansAdminRouter,
});

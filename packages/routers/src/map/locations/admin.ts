import { idSchema, pageInput, pageOf } from "@cml/domain/kernel";
import {
  createLocationInput, duplicatePairSchema, duplicateScanSchema, listLocationsInput, locatedBuildingSchema, locationBulkSchema, locationDetailSchema, locationPageSchema, locationStatsSchema,
  mergeLocationsInput, moveLocationInput, startBulkInput, updateLocationInput,
} from "@cml/domain/map"; // prettier-ignore
import {
  cancelDuplicateScan, createLocation, dismissDuplicate, getBulk, getDuplicateScan, getLocation, getLocationStats, listDuplicates, listFilterChoices, listLocations, locateLocation, mergeLocations, moveLocation,
  resumeBulk, startBulk, startDuplicateScan, undoBulk, undoMerge, updateLocation,
} from "@cml/services/map"; // prettier-ignore
import { z } from "zod";
import { procedureFor, router } from "../../trpc/procedures";

const byId = z.object({ id: idSchema });

const bulkRouter = router({
  start: procedureFor("location.edit")
    .input(startBulkInput)
    .output(locationBulkSchema)
    .mutation(({ ctx, input }) => startBulk(ctx.deps, ctx.actor, input)),
  get: procedureFor("location.edit")
    .input(byId)
    .output(locationBulkSchema)
    .query(({ ctx, input }) => getBulk(ctx.deps, ctx.actor, input)),
  resume: procedureFor("location.edit")
    .input(byId)
    .output(locationBulkSchema)
    .mutation(({ ctx, input }) => resumeBulk(ctx.deps, ctx.actor, input)),
  undo: procedureFor("location.edit")
    .input(byId)
    .output(locationBulkSchema)
    .mutation(({ ctx, input }) => undoBulk(ctx.deps, ctx.actor, input)),
});

const duplicatesRouter = router({
  list: procedureFor("location.view")
    .input(pageInput)
    .output(pageOf(duplicatePairSchema))
    .query(({ ctx, input }) => listDuplicates(ctx.deps, ctx.actor, input)),
  scan: procedureFor("location.edit")
    .input(z.void())
    .output(duplicateScanSchema)
    .mutation(({ ctx }) => startDuplicateScan(ctx.deps, ctx.actor)),
  scanState: procedureFor("location.view")
    .input(z.void())
    .output(duplicateScanSchema.nullable())
    .query(({ ctx }) => getDuplicateScan(ctx.deps, ctx.actor)),
  cancelScan: procedureFor("location.edit")
    .input(z.void())
    .output(duplicateScanSchema)
    .mutation(({ ctx }) => cancelDuplicateScan(ctx.deps, ctx.actor)),
  dismiss: procedureFor("location.edit")
    .input(byId.extend({ isDismissed: z.boolean() }))
    .output(z.void())
    .mutation(({ ctx, input }) => dismissDuplicate(ctx.deps, ctx.actor, input)),
  merge: procedureFor("location.edit")
    .input(mergeLocationsInput)
    .output(z.object({ undoId: idSchema, location: locationDetailSchema }))
    .mutation(({ ctx, input }) => mergeLocations(ctx.deps, ctx.actor, input)),
  undoMerge: procedureFor("location.edit")
    .input(z.object({ keepId: idSchema, undoId: idSchema }))
    .output(locationDetailSchema)
    .mutation(({ ctx, input }) => undoMerge(ctx.deps, ctx.actor, input)),
});

export const locationsAdminRouter = router({
  list: procedureFor("location.view")
    .input(listLocationsInput)
    .output(locationPageSchema)
    .query(({ ctx, input }) => listLocations(ctx.deps, ctx.actor, input)),
  get: procedureFor("location.view")
    .input(byId)
    .output(locationDetailSchema)
    .query(({ ctx, input }) => getLocation(ctx.deps, ctx.actor, input.id)),
  stats: procedureFor("location.view")
    .input(z.void())
    .output(locationStatsSchema)
    .query(({ ctx }) => getLocationStats(ctx.deps, ctx.actor)),
  choices: procedureFor("location.view")
    .input(z.void())
    .output(z.object({ municipalities: z.array(z.string()), districts: z.array(z.string()) }))
    .query(({ ctx }) => listFilterChoices(ctx.deps, ctx.actor)),
  create: procedureFor("location.edit")
    .input(createLocationInput)
    .output(locationDetailSchema)
    .mutation(({ ctx, input }) => createLocation(ctx.deps, ctx.actor, input)),
  update: procedureFor("location.edit")
    .input(updateLocationInput)
    .output(locationDetailSchema)
    .mutation(({ ctx, input }) => updateLocation(ctx.deps, ctx.actor, input)),
  move: procedureFor("location.edit")
    .input(moveLocationInput)
    .output(locationDetailSchema)
    .mutation(({ ctx, input }) => moveLocation(ctx.deps, ctx.actor, input)),
  locate: procedureFor("location.edit")
    .input(z.object({ id: idSchema, updatedAt: z.date() }))
    .output(locatedBuildingSchema)
    .mutation(({ ctx, input }) => locateLocation(ctx.deps, ctx.actor, input)),
  bulk: bulkRouter,
  duplicates: duplicatesRouter,
});

import { idSchema, pageInput, pageOf } from "@cml/domain/kernel";
import {
  createLocationInput, duplicateGroupSchema, listLocationsInput, locationDetailSchema, locationSchema, locationStatsSchema,
} from "@cml/domain/map"; // prettier-ignore
import { createLocation, getLocation, getLocationStats, listDuplicates, listLocations } from "@cml/services/map";
import { z } from "zod";
import { procedureFor, router } from "../../trpc/procedures";

export const locationsAdminRouter = router({
  list: procedureFor("location.view")
    .input(listLocationsInput)
    .output(pageOf(locationSchema))
    .query(({ ctx, input }) => listLocations(ctx.deps, ctx.actor, input)),
  get: procedureFor("location.view")
    .input(z.object({ id: idSchema }))
    .output(locationDetailSchema)
    .query(({ ctx, input }) => getLocation(ctx.deps, ctx.actor, input.id)),
  stats: procedureFor("location.view")
    .input(z.void())
    .output(locationStatsSchema)
    .query(({ ctx }) => getLocationStats(ctx.deps, ctx.actor)),
  duplicates: procedureFor("location.view")
    .input(pageInput)
    .output(pageOf(duplicateGroupSchema))
    .query(({ ctx, input }) => listDuplicates(ctx.deps, ctx.actor, input)),
  create: procedureFor("location.edit")
    .input(createLocationInput)
    .output(locationDetailSchema)
    .mutation(({ ctx, input }) => createLocation(ctx.deps, ctx.actor, input)),
});

import { idSchema } from "@cml/domain/kernel";
import {
  createLocationInput, listLocationsInput, locationDetailSchema, locationPageSchema, locationStatsSchema,
} from "@cml/domain/map"; // prettier-ignore
import { createLocation, getLocation, getLocationStats, listLocations } from "@cml/services/map";
import { z } from "zod";
import { procedureFor, router } from "../../trpc/procedures";

export const locationsAdminRouter = router({
  list: procedureFor("location.view")
    .input(listLocationsInput)
    .output(locationPageSchema)
    .query(({ ctx, input }) => listLocations(ctx.deps, ctx.actor, input)),
  get: procedureFor("location.view")
    .input(z.object({ id: idSchema }))
    .output(locationDetailSchema)
    .query(({ ctx, input }) => getLocation(ctx.deps, ctx.actor, input.id)),
  stats: procedureFor("location.view")
    .input(z.void())
    .output(locationStatsSchema)
    .query(({ ctx }) => getLocationStats(ctx.deps, ctx.actor)),
  create: procedureFor("location.edit")
    .input(createLocationInput)
    .output(locationDetailSchema)
    .mutation(({ ctx, input }) => createLocation(ctx.deps, ctx.actor, input)),
});

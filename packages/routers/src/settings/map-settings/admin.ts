import { mapSettingsSchema, mapViewSchema, updateMapSettingsInput } from "@cml/domain/settings";
import { getMapSettings, getMapView, updateMapSettings } from "@cml/services/settings";
import { procedureFor, publicProcedure, router } from "../../trpc/procedures";

export const mapSettingsAdminRouter = router({
  /** Where a map opens; whoever sees a map needs it. */
  view: publicProcedure.output(mapViewSchema).query(({ ctx }) => getMapView(ctx.deps, ctx.actor)),
  get: procedureFor("location.view")
    .output(mapSettingsSchema)
    .query(({ ctx }) => getMapSettings(ctx.deps, ctx.actor)),
  update: procedureFor("settings.edit")
    .input(updateMapSettingsInput)
    .output(mapSettingsSchema)
    .mutation(({ ctx, input }) => updateMapSettings(ctx.deps, ctx.actor, input)),
});

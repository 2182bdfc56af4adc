import { mapViewSchema, publicSettingsSchema } from "@cml/domain/settings";
import { getMapView, getPublicSettings } from "@cml/services/settings";
import { publicProcedure, router } from "../trpc/procedures";

/** The part of the settings every visitor's page needs. */
export const openSettingsRouter = router({
  siteSettings: router({
    get: publicProcedure.output(publicSettingsSchema).query(({ ctx }) => getPublicSettings(ctx.deps, ctx.actor)),
  }),
  mapSettings: router({
    get: publicProcedure.output(mapViewSchema).query(({ ctx }) => getMapView(ctx.deps, ctx.actor)),
  }),
});

import {
  publicSettingsSchema,
  setSetupStepInput,
  setupStateSchema,
  siteSettingsSchema,
  updateSiteSettingsInput,
} from "@cml/domain/settings";
import { getPublicSettings, getSettings, getSetup, setSetupStep, updateSiteSettings } from "@cml/services/settings";
import { procedureFor, publicProcedure, router } from "../../trpc/procedures";

export const siteSettingsAdminRouter = router({
  /** What the shell and the sign-in page show. */
  summary: publicProcedure.output(publicSettingsSchema).query(({ ctx }) => getPublicSettings(ctx.deps, ctx.actor)),
  get: procedureFor("settings.view")
    .output(siteSettingsSchema)
    .query(({ ctx }) => getSettings(ctx.deps, ctx.actor)),
  update: procedureFor("settings.edit")
    .input(updateSiteSettingsInput)
    .output(siteSettingsSchema)
    .mutation(({ ctx, input }) => updateSiteSettings(ctx.deps, ctx.actor, input)),
  setup: procedureFor("settings.edit")
    .output(setupStateSchema)
    .query(({ ctx }) => getSetup(ctx.deps, ctx.actor)),
  setSetupStep: procedureFor("settings.edit")
    .input(setSetupStepInput)
    .output(setupStateSchema)
    .mutation(({ ctx, input }) => setSetupStep(ctx.deps, ctx.actor, input)),
});

import {
  addOverrideInput,
  addSittingBreakInput,
  clearedCacheSchema,
  clearRepresentativeCacheInput,
  councilSchema,
  editOverrideInput,
  lookUpInput,
  lookUpSchema,
  representativeAlertSchema,
  representativeOverrideSchema,
  representativesOverviewSchema,
  sittingBreakSchema,
} from "@cml/domain/influence";
import { idSchema, pageInput, pageOf } from "@cml/domain/kernel";
import {
  addOverride,
  addSittingBreak,
  clearRepresentativeCache,
  editOverride,
  endSittingBreak,
  getRepresentativesOverview,
  listCouncils,
  listOverrides,
  listRepresentativeAlerts,
  listSittingBreaks,
  lookUpRepresentatives,
  markRepresentativeAlertsSeen,
  removeOverride,
} from "@cml/services/influence";
import { z } from "zod";
import { procedureFor, router } from "../../trpc/procedures";

const view = procedureFor("representative.view");
const edit = procedureFor("representative.edit");

export const representativesAdminRouter = router({
  lookUp: view
    .input(lookUpInput)
    .output(lookUpSchema)
    .query(({ ctx, input }) => lookUpRepresentatives(ctx.deps, ctx.actor, input)),
  overview: view.output(representativesOverviewSchema).query(({ ctx }) => getRepresentativesOverview(ctx.deps, ctx.actor)),
  councils: view.output(z.array(councilSchema)).query(({ ctx }) => listCouncils(ctx.deps, ctx.actor)),
  clearCache: edit
    .input(clearRepresentativeCacheInput)
    .output(clearedCacheSchema)
    .mutation(({ ctx, input }) => clearRepresentativeCache(ctx.deps, ctx.actor, input)),
  overrides: view.output(z.array(representativeOverrideSchema)).query(({ ctx }) => listOverrides(ctx.deps, ctx.actor)),
  addOverride: edit
    .input(addOverrideInput)
    .output(representativeOverrideSchema)
    .mutation(({ ctx, input }) => addOverride(ctx.deps, ctx.actor, input)),
  editOverride: edit
    .input(editOverrideInput)
    .output(representativeOverrideSchema)
    .mutation(({ ctx, input }) => editOverride(ctx.deps, ctx.actor, input)),
  removeOverride: edit
    .input(z.strictObject({ id: idSchema }))
    .output(z.object({ removed: z.literal(true) }))
    .mutation(({ ctx, input }) => removeOverride(ctx.deps, ctx.actor, input.id)),
  breaks: view.output(z.array(sittingBreakSchema)).query(({ ctx }) => listSittingBreaks(ctx.deps, ctx.actor)),
  addBreak: edit
    .input(addSittingBreakInput)
    .output(sittingBreakSchema)
    .mutation(({ ctx, input }) => addSittingBreak(ctx.deps, ctx.actor, input)),
  endBreak: edit
    .input(z.strictObject({ id: idSchema }))
    .output(z.object({ ended: z.literal(true) }))
    .mutation(({ ctx, input }) => endSittingBreak(ctx.deps, ctx.actor, input.id)),
  alerts: view
    .input(pageInput)
    .output(pageOf(representativeAlertSchema))
    .query(({ ctx, input }) => listRepresentativeAlerts(ctx.deps, ctx.actor, input)),
  markAlertsSeen: edit
    .input(z.strictObject({ id: idSchema.nullable() }))
    .output(z.object({ seen: z.int() }))
    .mutation(({ ctx, input }) => markRepresentativeAlertsSeen(ctx.deps, ctx.actor, input)),
});

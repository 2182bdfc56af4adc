import { idSchema } from "@cml/domain/kernel";
import { keepTurfsInput, startTurfPlanInput, turfCuttingSchema, turfPlanAreaSchema, turfPlanSchema } from "@cml/domain/map";
import { cancelTurfPlan, getTurfCutting, getTurfPlan, getTurfPlanArea, keepTurfs, startTurfPlan, undoKeptTurfs } from "@cml/services/map";
import { z } from "zod";
import { procedureFor, router } from "../../trpc/procedures";

const idInput = z.object({ id: idSchema });

export const turfPlansAdminRouter = router({
  area: procedureFor("cut.edit")
    .input(z.object({ cutId: idSchema }))
    .output(turfPlanAreaSchema)
    .query(({ ctx, input }) => getTurfPlanArea(ctx.deps, ctx.actor, input)),
  start: procedureFor("cut.edit")
    .input(startTurfPlanInput)
    .output(turfPlanSchema)
    .mutation(({ ctx, input }) => startTurfPlan(ctx.deps, ctx.actor, input)),
  get: procedureFor("cut.edit")
    .input(idInput)
    .output(turfPlanSchema)
    .query(({ ctx, input }) => getTurfPlan(ctx.deps, ctx.actor, input)),
  cutting: procedureFor("cut.edit")
    .input(idInput)
    .output(turfCuttingSchema)
    .query(({ ctx, input }) => getTurfCutting(ctx.deps, ctx.actor, input)),
  cancel: procedureFor("cut.edit")
    .input(idInput)
    .output(turfPlanSchema)
    .mutation(({ ctx, input }) => cancelTurfPlan(ctx.deps, ctx.actor, input)),
  keep: procedureFor("cut.edit")
    .input(keepTurfsInput)
    .output(turfPlanSchema)
    .mutation(({ ctx, input }) => keepTurfs(ctx.deps, ctx.actor, input)),
  undo: procedureFor("cut.edit")
    .input(idInput)
    .output(turfPlanSchema)
    .mutation(({ ctx, input }) => undoKeptTurfs(ctx.deps, ctx.actor, input)),
});

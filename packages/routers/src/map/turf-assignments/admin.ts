import { idSchema } from "@cml/domain/kernel";
import {
  givePlannedTurfInput, handOutTurfInput, handOutTurfsInput, passTurfInput, shiftGroundSchema, splitTurfInput, swapTurfsInput, turfAssignmentSchema, turfChoiceSchema, turfCountSchema, turfFacetsSchema, turfFilterInput, turfFilterSchema,
} from "@cml/domain/map"; // prettier-ignore
import {
  countTurf,
  countTurfFacets,
  getShiftGround,
  getTurfFilter,
  givePlannedTurf,
  handOutTurf,
  handOutTurfs,
  listTurfsToHandOut,
  passTurf,
  returnTurf,
  setTurfFilter,
  splitTurf,
  swapTurfs,
} from "@cml/services/map";
import { z } from "zod";
import { procedureFor, router } from "../../trpc/procedures";

export const turfAssignmentsAdminRouter = router({
  handOut: procedureFor("shift.edit")
    .input(handOutTurfInput)
    .output(turfAssignmentSchema)
    .mutation(({ ctx, input }) => handOutTurf(ctx.deps, ctx.actor, input)),
  handOutMany: procedureFor("shift.edit")
    .input(handOutTurfsInput)
    .output(z.array(turfAssignmentSchema))
    .mutation(({ ctx, input }) => handOutTurfs(ctx.deps, ctx.actor, input)),
  /** What may be handed out. */
  choices: procedureFor("shift.edit")
    .input(z.void())
    .output(z.array(turfChoiceSchema))
    .query(({ ctx }) => listTurfsToHandOut(ctx.deps, ctx.actor)),
  ground: procedureFor("shift.view")
    .input(z.object({ shiftId: idSchema }))
    .output(shiftGroundSchema)
    .query(({ ctx, input }) => getShiftGround(ctx.deps, ctx.actor, input)),
  pass: procedureFor("shift.edit")
    .input(passTurfInput)
    .output(turfAssignmentSchema)
    .mutation(({ ctx, input }) => passTurf(ctx.deps, ctx.actor, input)),
  swap: procedureFor("shift.edit")
    .input(swapTurfsInput)
    .output(z.array(turfAssignmentSchema))
    .mutation(({ ctx, input }) => swapTurfs(ctx.deps, ctx.actor, input)),
  give: procedureFor("shift.edit")
    .input(givePlannedTurfInput)
    .output(turfAssignmentSchema)
    .mutation(({ ctx, input }) => givePlannedTurf(ctx.deps, ctx.actor, input)),
  takeBack: procedureFor("shift.edit")
    .input(z.object({ id: idSchema }))
    .output(turfAssignmentSchema)
    .mutation(({ ctx, input }) => returnTurf(ctx.deps, ctx.actor, input.id)),
  split: procedureFor("shift.edit")
    .input(splitTurfInput)
    .output(z.object({ from: turfAssignmentSchema, made: turfAssignmentSchema }))
    .mutation(({ ctx, input }) => splitTurf(ctx.deps, ctx.actor, input)),
});

/** Which doors of an area are handed out. */
export const turfFiltersAdminRouter = router({
  get: procedureFor("cut.view")
    .input(z.object({ cutId: idSchema }))
    .output(turfFilterSchema)
    .query(({ ctx, input }) => getTurfFilter(ctx.deps, ctx.actor, input.cutId)),
  count: procedureFor("cut.view")
    .input(turfFilterInput)
    .output(turfCountSchema)
    .query(({ ctx, input }) => countTurf(ctx.deps, ctx.actor, input)),
  facets: procedureFor("cut.view")
    .input(turfFilterInput)
    .output(turfFacetsSchema)
    .query(({ ctx, input }) => countTurfFacets(ctx.deps, ctx.actor, input)),
  set: procedureFor("cut.edit")
    .input(turfFilterInput)
    .output(turfCountSchema)
    .mutation(({ ctx, input }) => setTurfFilter(ctx.deps, ctx.actor, input)),
});

import { idSchema } from "@cml/domain/kernel";
import {
  givePlannedTurfInput, handOutTurfInput, printedSheetSchema, printSheetInput, splitTurfInput, turfAssignmentSchema, turfCountSchema, turfFilterInput, turfFilterSchema,
} from "@cml/domain/map"; // prettier-ignore
import {
  countTurf,
  getTurfFilter,
  givePlannedTurf,
  handOutTurf,
  printSheet,
  returnTurf,
  setTurfFilter,
  splitTurf,
} from "@cml/services/map";
import { z } from "zod";
import { procedureFor, router } from "../../trpc/procedures";

export const turfAssignmentsAdminRouter = router({
  handOut: procedureFor("shift.edit")
    .input(handOutTurfInput)
    .output(turfAssignmentSchema)
    .mutation(({ ctx, input }) => handOutTurf(ctx.deps, ctx.actor, input)),
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

export const walkSheetsAdminRouter = router({
  print: procedureFor("shift.edit")
    .input(printSheetInput)
    .output(printedSheetSchema)
    .mutation(({ ctx, input }) => printSheet(ctx.deps, ctx.actor, input)),
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
  set: procedureFor("cut.edit")
    .input(turfFilterInput)
    .output(turfCountSchema)
    .mutation(({ ctx, input }) => setTurfFilter(ctx.deps, ctx.actor, input)),
});

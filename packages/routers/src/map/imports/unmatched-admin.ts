import { idSchema } from "@cml/domain/kernel";
import { acceptUnmatchedInput, listUnmatchedInput, resolveUnmatchedInput, unmatchedListSchema, unmatchedRunSchema } from "@cml/domain/map";
import {
  countAcceptableUnmatched,
  getUnmatchedRun,
  listUnmatched,
  resolveUnmatched,
  resumeUnmatchedRun,
  startUnmatchedRun,
  stopUnmatchedRun,
  undoUnmatched,
  undoUnmatchedRun,
} from "@cml/services/map";
import { z } from "zod";
import { procedureFor, router } from "../../trpc/procedures";

const idInput = z.object({ id: idSchema });

/** People of lists who wait for a door. */
export const unmatchedAdminRouter = router({
  list: procedureFor("resident.view")
    .input(listUnmatchedInput)
    .output(unmatchedListSchema)
    .query(({ ctx, input }) => listUnmatched(ctx.deps, ctx.actor, input)),
  resolve: procedureFor("resident.view")
    .input(resolveUnmatchedInput)
    .output(z.void())
    .mutation(({ ctx, input }) => resolveUnmatched(ctx.deps, ctx.actor, input)),
  undo: procedureFor("resident.view")
    .input(idInput)
    .output(z.void())
    .mutation(({ ctx, input }) => undoUnmatched(ctx.deps, ctx.actor, input)),
  runs: router({
    count: procedureFor("resident.view")
      .input(acceptUnmatchedInput)
      .output(z.int())
      .query(({ ctx, input }) => countAcceptableUnmatched(ctx.deps, ctx.actor, input)),
    last: procedureFor("resident.view")
      .input(z.void())
      .output(unmatchedRunSchema.nullable())
      .query(({ ctx }) => getUnmatchedRun(ctx.deps, ctx.actor)),
    start: procedureFor("resident.view")
      .input(acceptUnmatchedInput)
      .output(unmatchedRunSchema)
      .mutation(({ ctx, input }) => startUnmatchedRun(ctx.deps, ctx.actor, input)),
    stop: procedureFor("resident.view")
      .input(idInput)
      .output(unmatchedRunSchema)
      .mutation(({ ctx, input }) => stopUnmatchedRun(ctx.deps, ctx.actor, input)),
    resume: procedureFor("resident.view")
      .input(idInput)
      .output(unmatchedRunSchema)
      .mutation(({ ctx, input }) => resumeUnmatchedRun(ctx.deps, ctx.actor, input)),
    undo: procedureFor("resident.view")
      .input(idInput)
      .output(unmatchedRunSchema)
      .mutation(({ ctx, input }) => undoUnmatchedRun(ctx.deps, ctx.actor, input)),
  }),
});

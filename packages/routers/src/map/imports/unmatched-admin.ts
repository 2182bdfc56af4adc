import {
  acceptedUnmatchedSchema,
  acceptUnmatchedInput,
  listUnmatchedInput,
  resolveUnmatchedInput,
  undoUnmatchedInput,
  unmatchedListSchema,
} from "@cml/domain/map";
import { acceptUnmatched, listUnmatched, resolveUnmatched, undoUnmatched } from "@cml/services/map";
import { z } from "zod";
import { procedureFor, router } from "../../trpc/procedures";

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
  accept: procedureFor("resident.view")
    .input(acceptUnmatchedInput)
    .output(acceptedUnmatchedSchema)
    .mutation(({ ctx, input }) => acceptUnmatched(ctx.deps, ctx.actor, input)),
  undo: procedureFor("resident.view")
    .input(undoUnmatchedInput)
    .output(z.object({ undone: z.int(), left: z.int() }))
    .mutation(({ ctx, input }) => undoUnmatched(ctx.deps, ctx.actor, input)),
});

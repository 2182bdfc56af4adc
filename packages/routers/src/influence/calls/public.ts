import { callSheetInput, callSheetSchema, previewCallSheetInput, recordCallInput, recordedCallSchema } from "@cml/domain/influence";
import { getCallSheet, previewCallSheet, recordCall } from "@cml/services/influence";
import { publicProcedure, router } from "../../trpc/procedures";

export const callsPublicRouter = router({
  sheet: publicProcedure
    .input(callSheetInput)
    .output(callSheetSchema)
    .query(({ ctx, input }) => getCallSheet(ctx.deps, ctx.actor, input)),
  /** A sample supporter's sheet, before or beside the published page. A mutation only because scripts do not fit into an address. */
  previewSheet: publicProcedure
    .input(previewCallSheetInput)
    .output(callSheetSchema)
    .mutation(({ ctx, input }) => previewCallSheet(ctx.deps, ctx.actor, input)),
  record: publicProcedure
    .input(recordCallInput)
    .output(recordedCallSchema)
    .mutation(({ ctx, input }) => recordCall(ctx.deps, ctx.actor, input)),
});

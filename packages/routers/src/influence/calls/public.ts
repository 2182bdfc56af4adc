import { callSheetInput, callSheetSchema, recordCallInput, recordedCallSchema } from "@cml/domain/influence";
import { getCallSheet, recordCall } from "@cml/services/influence";
import { publicProcedure, router } from "../../trpc/procedures";

export const callsPublicRouter = router({
  sheet: publicProcedure
    .input(callSheetInput)
    .output(callSheetSchema)
    .query(({ ctx, input }) => getCallSheet(ctx.deps, ctx.actor, input)),
  record: publicProcedure
    .input(recordCallInput)
    .output(recordedCallSchema)
    .mutation(({ ctx, input }) => recordCall(ctx.deps, ctx.actor, input)),
});

import { recordVisitsInput, recordVisitsResult } from "@cml/domain/canvass";
import { recordVisits } from "@cml/services/canvass";
import { router, uploadProcedure } from "../../trpc/procedures";

export const visitsCanvassRouter = router({
  record: uploadProcedure
    .input(recordVisitsInput)
    .output(recordVisitsResult)
    .mutation(({ ctx, input }) => recordVisits(ctx.deps, ctx.actor, input)),
});

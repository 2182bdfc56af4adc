import { cutActivitySchema, listVisitsInput, visitSchema } from "@cml/domain/canvass";
import { pageOf } from "@cml/domain/kernel";
import { listVisits, watchCuts } from "@cml/services/canvass";
import { z } from "zod";
import { procedureFor, router } from "../../trpc/procedures";

export const visitsAdminRouter = router({
  list: procedureFor("visit.view")
    .input(listVisitsInput)
    .output(pageOf(visitSchema))
    .query(({ ctx, input }) => listVisits(ctx.deps, ctx.actor, input)),
  watch: procedureFor("visit.view")
    .input(z.void())
    .output(z.array(cutActivitySchema))
    .query(({ ctx }) => watchCuts(ctx.deps, ctx.actor)),
});

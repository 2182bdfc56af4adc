import { idSchema } from "@cml/domain/kernel";
import { callListInput, callListSchema, claimNextCallInput, recordCallInput } from "@cml/domain/map";
import { claimCall, claimNextCall, getCallList, recordCall, releaseCall, reopenCall } from "@cml/services/map";
import { z } from "zod";
import { procedureFor, router } from "../../trpc/procedures";

const idInput = z.object({ id: idSchema });

export const shiftCallsAdminRouter = router({
  list: procedureFor("shift.edit")
    .input(callListInput)
    .output(callListSchema)
    .query(({ ctx, input }) => getCallList(ctx.deps, ctx.actor, input)),
  claim: procedureFor("shift.edit")
    .input(idInput)
    .output(z.void())
    .mutation(({ ctx, input }) => claimCall(ctx.deps, ctx.actor, input.id)),
  claimNext: procedureFor("shift.edit")
    .input(claimNextCallInput)
    .output(z.object({ id: idSchema.nullable() }))
    .mutation(({ ctx, input }) => claimNextCall(ctx.deps, ctx.actor, input)),
  release: procedureFor("shift.edit")
    .input(z.void())
    .output(z.void())
    .mutation(({ ctx }) => releaseCall(ctx.deps, ctx.actor)),
  record: procedureFor("shift.edit")
    .input(recordCallInput)
    .output(z.void())
    .mutation(({ ctx, input }) => recordCall(ctx.deps, ctx.actor, input)),
  reopen: procedureFor("shift.edit")
    .input(idInput)
    .output(z.void())
    .mutation(({ ctx, input }) => reopenCall(ctx.deps, ctx.actor, input.id)),
});

import { canvassSessionSchema, endSessionInput, startSessionInput } from "@cml/domain/canvass";
import { endSession, getMySession, startSession } from "@cml/services/canvass";
import { z } from "zod";
import { procedureFor, router, uploadProcedure } from "../../trpc/procedures";

export const canvassSessionsCanvassRouter = router({
  current: procedureFor("canvass.walk")
    .input(z.void())
    .output(canvassSessionSchema.nullable())
    .query(({ ctx }) => getMySession(ctx.deps, ctx.actor)),
  start: uploadProcedure
    .input(startSessionInput)
    .output(canvassSessionSchema)
    .mutation(({ ctx, input }) => startSession(ctx.deps, ctx.actor, input)),
  end: uploadProcedure
    .input(endSessionInput)
    .output(canvassSessionSchema)
    .mutation(({ ctx, input }) => endSession(ctx.deps, ctx.actor, input)),
});

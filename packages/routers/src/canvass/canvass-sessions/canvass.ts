import { canvassSessionSchema, endSessionInput, hearPhoneInput, startSessionInput } from "@cml/domain/canvass";
import { endSession, getMySession, hearPhone, startSession } from "@cml/services/canvass";
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
  heard: uploadProcedure
    .input(hearPhoneInput)
    .output(z.void())
    .mutation(({ ctx, input }) => hearPhone(ctx.deps, ctx.actor, input)),
  end: uploadProcedure
    .input(endSessionInput)
    .output(canvassSessionSchema)
    .mutation(({ ctx, input }) => endSession(ctx.deps, ctx.actor, input)),
});

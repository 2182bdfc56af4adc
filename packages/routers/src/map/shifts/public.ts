import { idSchema } from "@cml/domain/kernel";
import { publicShiftSchema } from "@cml/domain/map";
import { getPublicShift, listPublicShifts } from "@cml/services/map";
import { z } from "zod";
import { publicProcedure, router } from "../../trpc/procedures";

export const shiftsPublicRouter = router({
  list: publicProcedure
    .input(z.void())
    .output(z.array(publicShiftSchema))
    .query(({ ctx }) => listPublicShifts(ctx.deps, ctx.actor)),
  get: publicProcedure
    .input(z.object({ id: idSchema }))
    .output(publicShiftSchema)
    .query(({ ctx, input }) => getPublicShift(ctx.deps, ctx.actor, input.id)),
});

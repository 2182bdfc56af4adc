import { publicCutSchema } from "@cml/domain/map";
import { listPublicCuts } from "@cml/services/map";
import { z } from "zod";
import { publicProcedure, router } from "../../trpc/procedures";

export const cutsPublicRouter = router({
  list: publicProcedure
    .input(z.void())
    .output(z.array(publicCutSchema))
    .query(({ ctx }) => listPublicCuts(ctx.deps)),
});

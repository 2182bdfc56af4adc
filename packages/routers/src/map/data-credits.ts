import { dataCreditSchema } from "@cml/domain/platform";
import { listDataCredits } from "@cml/services/platform";
import { z } from "zod";
import { publicProcedure, router } from "../trpc/procedures";

/** What has to be said where imported addresses are shown; the same for every app. */
export const dataCreditsRouter = router({
  list: publicProcedure
    .input(z.void())
    .output(z.array(dataCreditSchema))
    .query(({ ctx }) => listDataCredits(ctx.deps, ctx.actor, ctx.actor.locale)),
});

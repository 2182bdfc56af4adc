import { publicPageInput, publicPageSchema } from "@cml/domain/content";
import { getPublicPage } from "@cml/services/content";
import { publicProcedure, router } from "../../trpc/procedures";

export const landingPagesPublicRouter = router({
  bySlug: publicProcedure
    .input(publicPageInput)
    .output(publicPageSchema)
    .query(({ ctx, input }) => getPublicPage(ctx.deps, ctx.actor, input)),
});

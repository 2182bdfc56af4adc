import { landingPageIdInput, landingPagePageSchema, landingPageSchema, listLandingPagesInput } from "@cml/domain/content";
import { getLandingPage, listLandingPages } from "@cml/services/content";
import { procedureFor, router } from "../../trpc/procedures";

export const landingPagesAdminRouter = router({
  list: procedureFor("page.view")
    .input(listLandingPagesInput)
    .output(landingPagePageSchema)
    .query(({ ctx, input }) => listLandingPages(ctx.deps, ctx.actor, input)),
  get: procedureFor("page.view")
    .input(landingPageIdInput)
    .output(landingPageSchema)
    .query(({ ctx, input }) => getLandingPage(ctx.deps, ctx.actor, input)),
});

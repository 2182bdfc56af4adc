import { campaignLookUpInput, campaignTargetsSchema, fixedTargetsInput } from "@cml/domain/influence";
import { findCampaignTargets, findFixedTargets } from "@cml/services/influence";
import { publicProcedure, router } from "../../trpc/procedures";

export const representativesPublicRouter = router({
  lookUp: publicProcedure
    .input(campaignLookUpInput)
    .output(campaignTargetsSchema)
    .query(({ ctx, input }) => findCampaignTargets(ctx.deps, ctx.actor, input)),
  /** For campaigns whose targets do not depend on a place. */
  fixedTargets: publicProcedure
    .input(fixedTargetsInput)
    .output(campaignTargetsSchema)
    .query(({ ctx, input }) => findFixedTargets(ctx.deps, ctx.actor, input)),
});

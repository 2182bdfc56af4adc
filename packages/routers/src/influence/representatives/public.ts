import { campaignLookUpInput, campaignTargetsSchema } from "@cml/domain/influence";
import { findCampaignTargets } from "@cml/services/influence";
import { publicProcedure, router } from "../../trpc/procedures";

export const representativesPublicRouter = router({
  lookUp: publicProcedure
    .input(campaignLookUpInput)
    .output(campaignTargetsSchema)
    .query(({ ctx, input }) => findCampaignTargets(ctx.deps, ctx.actor, input)),
});

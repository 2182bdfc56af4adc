import { publicReplyFactsListSchema, replyFactsOfCampaignInput } from "@cml/domain/influence";
import { listReplyFactsOfCampaign } from "@cml/services/influence";
import { publicProcedure, router } from "../../trpc/procedures";

export const replyFactsPublicRouter = router({
  ofCampaign: publicProcedure
    .input(replyFactsOfCampaignInput)
    .output(publicReplyFactsListSchema)
    .query(({ ctx, input }) => listReplyFactsOfCampaign(ctx.deps, ctx.actor, input)),
});

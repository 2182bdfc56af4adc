import {
  listPublicCampaignsInput,
  previewCampaignInput,
  publicCampaignInput,
  publicCampaignPageSchema,
  publicCampaignSchema,
} from "@cml/domain/influence";
import { getPublicCampaign, listPublicCampaigns, previewCampaign } from "@cml/services/influence";
import { publicProcedure, router } from "../../trpc/procedures";

export const campaignsPublicRouter = router({
  list: publicProcedure
    .input(listPublicCampaignsInput)
    .output(publicCampaignPageSchema)
    .query(({ ctx, input }) => listPublicCampaigns(ctx.deps, ctx.actor, input)),
  bySlug: publicProcedure
    .input(publicCampaignInput)
    .output(publicCampaignSchema)
    .query(({ ctx, input }) => getPublicCampaign(ctx.deps, ctx.actor, input)),
  preview: publicProcedure
    .input(previewCampaignInput)
    .output(publicCampaignSchema)
    .query(({ ctx, input }) => previewCampaign(ctx.deps, ctx.actor, input)),
});

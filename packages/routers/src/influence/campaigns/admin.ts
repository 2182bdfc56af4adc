import {
  campaignDetailSchema,
  campaignIdInput,
  campaignPageSchema,
  campaignSchema,
  createCampaignInput,
  listCampaignsInput,
  publishCampaignInput,
  updateCampaignInput,
} from "@cml/domain/influence";
import {
  archiveCampaign,
  createCampaign,
  duplicateCampaign,
  getCampaign,
  listCampaigns,
  pauseCampaign,
  publishCampaign,
  updateCampaign,
} from "@cml/services/influence";
import { procedureFor, router } from "../../trpc/procedures";

export const campaignsAdminRouter = router({
  list: procedureFor("campaign.view")
    .input(listCampaignsInput)
    .output(campaignPageSchema)
    .query(({ ctx, input }) => listCampaigns(ctx.deps, ctx.actor, input)),
  get: procedureFor("campaign.view")
    .input(campaignIdInput)
    .output(campaignDetailSchema)
    .query(({ ctx, input }) => getCampaign(ctx.deps, ctx.actor, input)),
  create: procedureFor("campaign.edit")
    .input(createCampaignInput)
    .output(campaignSchema)
    .mutation(({ ctx, input }) => createCampaign(ctx.deps, ctx.actor, input)),
  update: procedureFor("campaign.edit")
    .input(updateCampaignInput)
    .output(campaignSchema)
    .mutation(({ ctx, input }) => updateCampaign(ctx.deps, ctx.actor, input)),
  duplicate: procedureFor("campaign.edit")
    .input(campaignIdInput)
    .output(campaignSchema)
    .mutation(({ ctx, input }) => duplicateCampaign(ctx.deps, ctx.actor, input)),
  publish: procedureFor("campaign.publish")
    .input(publishCampaignInput)
    .output(campaignSchema)
    .mutation(({ ctx, input }) => publishCampaign(ctx.deps, ctx.actor, input)),
  pause: procedureFor("campaign.publish")
    .input(campaignIdInput)
    .output(campaignSchema)
    .mutation(({ ctx, input }) => pauseCampaign(ctx.deps, ctx.actor, input)),
  archive: procedureFor("campaign.publish")
    .input(campaignIdInput)
    .output(campaignSchema)
    .mutation(({ ctx, input }) => archiveCampaign(ctx.deps, ctx.actor, input)),
});

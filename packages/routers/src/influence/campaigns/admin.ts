import {
  campaignDetailSchema,
  campaignIdInput,
  campaignOwnersSchema,
  campaignPageSchema,
  campaignSchema,
  campaignStatisticsInput,
  campaignStatisticsSchema,
  changeSlugInput,
  coverSchema,
  createCampaignInput,
  listCampaignsInput,
  previewLinkSchema,
  publishCampaignInput,
  setPreviewLinkInput,
  takeCoverInput,
  updateCampaignInput,
} from "@cml/domain/influence";
import {
  archiveCampaign,
  changeSlug,
  createCampaign,
  duplicateCampaign,
  getCampaign,
  getPreviewLink,
  getStatistics,
  listCampaignOwners,
  listCampaigns,
  pauseCampaign,
  publishCampaign,
  setPreviewLink,
  takeCover,
  updateCampaign,
} from "@cml/services/influence";
import { procedureFor, router } from "../../trpc/procedures";

export const campaignsAdminRouter = router({
  list: procedureFor("campaign.view")
    .input(listCampaignsInput)
    .output(campaignPageSchema)
    .query(({ ctx, input }) => listCampaigns(ctx.deps, ctx.actor, input)),
  owners: procedureFor("campaign.view")
    .output(campaignOwnersSchema)
    .query(({ ctx }) => listCampaignOwners(ctx.deps, ctx.actor)),
  get: procedureFor("campaign.view")
    .input(campaignIdInput)
    .output(campaignDetailSchema)
    .query(({ ctx, input }) => getCampaign(ctx.deps, ctx.actor, input)),
  statistics: procedureFor("campaign.view")
    .input(campaignStatisticsInput)
    .output(campaignStatisticsSchema)
    .query(({ ctx, input }) => getStatistics(ctx.deps, ctx.actor, input)),
  create: procedureFor("campaign.edit")
    .input(createCampaignInput)
    .output(campaignSchema)
    .mutation(({ ctx, input }) => createCampaign(ctx.deps, ctx.actor, input)),
  update: procedureFor("campaign.edit")
    .input(updateCampaignInput)
    .output(campaignSchema)
    .mutation(({ ctx, input }) => updateCampaign(ctx.deps, ctx.actor, input)),
  changeSlug: procedureFor("campaign.edit")
    .input(changeSlugInput)
    .output(campaignSchema)
    .mutation(({ ctx, input }) => changeSlug(ctx.deps, ctx.actor, input)),
  takeCover: procedureFor("campaign.edit")
    .input(takeCoverInput)
    .output(coverSchema)
    .mutation(({ ctx, input }) => takeCover(ctx.deps, ctx.actor, input)),
  previewLink: procedureFor("campaign.view")
    .input(campaignIdInput)
    .output(previewLinkSchema)
    .query(({ ctx, input }) => getPreviewLink(ctx.deps, ctx.actor, input)),
  setPreviewLink: procedureFor("campaign.edit")
    .input(setPreviewLinkInput)
    .output(previewLinkSchema)
    .mutation(({ ctx, input }) => setPreviewLink(ctx.deps, ctx.actor, input)),
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

import {
  campaignLookUpInput,
  campaignTargetsSchema,
  districtShapesInput,
  districtShapesSchema,
  fixedTargetsInput,
  locatedStreetSchema,
  locateStreetInput,
  positionCountsSchema,
  previewStreetInput,
  previewTargetsInput,
  voteCountInput,
} from "@cml/domain/influence";
import {
  districtShapes,
  findCampaignTargets,
  findFixedTargets,
  getVoteCount,
  locateStreet,
  previewStreet,
  previewTargets,
} from "@cml/services/influence";
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
  /** For a campaign that is not public yet: sample supporters only, for who holds its private link or works on it. */
  previewTargets: publicProcedure
    .input(previewTargetsInput)
    .output(campaignTargetsSchema)
    .query(({ ctx, input }) => previewTargets(ctx.deps, ctx.actor, input)),
  /** How the targets stand, as far as staff know it; null while nothing is known. */
  voteCount: publicProcedure
    .input(voteCountInput)
    .output(positionCountsSchema.nullable())
    .query(({ ctx, input }) => getVoteCount(ctx.deps, ctx.actor, input)),
  locate: publicProcedure
    .input(locateStreetInput)
    .output(locatedStreetSchema)
    .mutation(({ ctx, input }) => locateStreet(ctx.deps, ctx.actor, input)),
  /** The district of a sample supporter's own street. */
  previewLocate: publicProcedure
    .input(previewStreetInput)
    .output(locatedStreetSchema)
    .mutation(({ ctx, input }) => previewStreet(ctx.deps, ctx.actor, input)),
  districtShapes: publicProcedure
    .input(districtShapesInput)
    .output(districtShapesSchema)
    .query(({ ctx, input }) => districtShapes(ctx.deps, ctx.actor, input)),
});

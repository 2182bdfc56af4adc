import {
  bundleSchema,
  campaignOfInput,
  deadlineOutlookSchema,
  handInInput,
  handInSummarySchema,
  sampleInput,
  sampleSchema,
} from "@cml/domain/influence";
import { drawSamples, getDeadlineOutlook, getHandIn, handInLetters, testToMe } from "@cml/services/influence";
import { z } from "zod";
import { procedureFor, router } from "../../trpc/procedures";

export const handInAdminRouter = router({
  get: procedureFor("letter.view")
    .input(campaignOfInput)
    .output(handInSummarySchema)
    .query(({ ctx, input }) => getHandIn(ctx.deps, ctx.actor, input)),
  /** Takes letters out of the queue and into a bundle; its PDF is at /campaigns/{id}/hand-in/{milliseconds}.pdf. */
  take: procedureFor("campaign.edit")
    .input(handInInput)
    .output(bundleSchema)
    .mutation(({ ctx, input }) => handInLetters(ctx.deps, ctx.actor, input)),
  /** Whether waiting letters will leave before the deadline; null without one. */
  outlook: procedureFor("campaign.view")
    .input(campaignOfInput)
    .output(deadlineOutlookSchema.nullable())
    .query(({ ctx, input }) => getDeadlineOutlook(ctx.deps, ctx.actor, input)),
});

export const samplesAdminRouter = router({
  draw: procedureFor("campaign.view")
    .input(sampleInput)
    .output(sampleSchema.array())
    .query(({ ctx, input }) => drawSamples(ctx.deps, ctx.actor, input)),
  testToMe: procedureFor("campaign.edit")
    .input(sampleInput)
    .output(z.object({ sentTo: z.string() }))
    .mutation(({ ctx, input }) => testToMe(ctx.deps, ctx.actor, input)),
});

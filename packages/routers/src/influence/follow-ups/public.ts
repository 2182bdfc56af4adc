import {
  answeredFollowUpSchema,
  answerFollowUpInput,
  followUpSchema,
  mailedTokenInput,
  stopFollowUpInput,
  stoppedFollowUpSchema,
} from "@cml/domain/influence";
import { answerFollowUp, getFollowUp, stopFollowUp } from "@cml/services/influence";
import { publicProcedure, router } from "../../trpc/procedures";

/** The question what became of letters, for whoever holds the mailed link. */
export const followUpsPublicRouter = router({
  get: publicProcedure
    .input(mailedTokenInput)
    .output(followUpSchema)
    .query(({ ctx, input }) => getFollowUp(ctx.deps, ctx.actor, input)),
  answer: publicProcedure
    .input(answerFollowUpInput)
    .output(answeredFollowUpSchema)
    .mutation(({ ctx, input }) => answerFollowUp(ctx.deps, ctx.actor, input)),
  stop: publicProcedure
    .input(stopFollowUpInput)
    .output(stoppedFollowUpSchema)
    .mutation(({ ctx, input }) => stopFollowUp(ctx.deps, ctx.actor, input)),
});

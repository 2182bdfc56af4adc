import {
  aboutMeInput,
  aboutMeSchema,
  answeredSentSchema,
  answerSentInput,
  erasedSchema,
  eraseInput,
  mailedTokenInput,
  receiptSchema,
} from "@cml/domain/influence";
import { answerSent, eraseMe, getAboutMe, getReceipt } from "@cml/services/influence";
import { publicProcedure } from "../../trpc/procedures";

/** What the holder of a receipt's private link may see and do. */
export const receiptProcedures = {
  receipt: publicProcedure
    .input(mailedTokenInput)
    .output(receiptSchema)
    .query(({ ctx, input }) => getReceipt(ctx.deps, ctx.actor, input)),
  /** "Did you send it?" */
  answerSent: publicProcedure
    .input(answerSentInput)
    .output(answeredSentSchema)
    .mutation(({ ctx, input }) => answerSent(ctx.deps, ctx.actor, input)),
  aboutMe: publicProcedure
    .input(aboutMeInput)
    .output(aboutMeSchema)
    .query(({ ctx, input }) => getAboutMe(ctx.deps, ctx.actor, input)),
  erase: publicProcedure
    .input(eraseInput)
    .output(erasedSchema)
    .mutation(({ ctx, input }) => eraseMe(ctx.deps, ctx.actor, input)),
};

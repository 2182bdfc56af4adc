import {
  confirmedLettersSchema,
  mailedTokenInput,
  pendingLettersSchema,
  preparedLettersSchema,
  prepareLettersInput,
  receiptSchema,
  submitLettersInput,
  submittedLettersSchema,
} from "@cml/domain/influence";
import { confirmLetters, getPendingLetters, getReceipt, prepareLetters, submitLetters } from "@cml/services/influence";
import { publicProcedure, router } from "../../trpc/procedures";

export const lettersPublicRouter = router({
  prepare: publicProcedure
    .input(prepareLettersInput)
    .output(preparedLettersSchema)
    .query(({ ctx, input }) => prepareLetters(ctx.deps, ctx.actor, input)),
  submit: publicProcedure
    .input(submitLettersInput)
    .output(submittedLettersSchema)
    .mutation(({ ctx, input }) => submitLetters(ctx.deps, ctx.actor, input)),
  /** What a mailed link would do; changes nothing. */
  pending: publicProcedure
    .input(mailedTokenInput)
    .output(pendingLettersSchema)
    .query(({ ctx, input }) => getPendingLetters(ctx.deps, ctx.actor, input)),
  confirm: publicProcedure
    .input(mailedTokenInput)
    .output(confirmedLettersSchema)
    .mutation(({ ctx, input }) => confirmLetters(ctx.deps, ctx.actor, input)),
  receipt: publicProcedure
    .input(mailedTokenInput)
    .output(receiptSchema)
    .query(({ ctx, input }) => getReceipt(ctx.deps, ctx.actor, input)),
});

import {
  capturedInfoSchema,
  captureInfoInput,
  confirmedLettersSchema,
  confirmLettersInput,
  mailedTokenInput,
  pendingLettersSchema,
  preparedLettersSchema,
  prepareLettersInput,
  previewLettersInput,
  submissionStateInput,
  submissionStateSchema,
  submitLettersInput,
  submittedLettersSchema,
} from "@cml/domain/influence";
import {
  captureInfo,
  confirmLetters,
  getPendingLetters,
  getSubmissionState,
  prepareLetters,
  previewLetters,
  submitLetters,
} from "@cml/services/influence";
import { publicProcedure, router } from "../../trpc/procedures";
import { receiptProcedures } from "../receipts/public";

export const lettersPublicRouter = router({
  /** Writes nothing. A mutation only because a whole council's ids do not fit into an address. */
  prepare: publicProcedure
    .input(prepareLettersInput)
    .output(preparedLettersSchema)
    .mutation(({ ctx, input }) => prepareLetters(ctx.deps, ctx.actor, input)),
  /** The same for a sample supporter, with the words a preview shows. */
  previewPrepare: publicProcedure
    .input(previewLettersInput)
    .output(preparedLettersSchema)
    .mutation(({ ctx, input }) => previewLetters(ctx.deps, ctx.actor, input)),
  submit: publicProcedure
    .input(submitLettersInput)
    .output(submittedLettersSchema)
    .mutation(({ ctx, input }) => submitLetters(ctx.deps, ctx.actor, input)),
  /** For the page that waits while the link is opened elsewhere; whoever made the id may ask. */
  state: publicProcedure
    .input(submissionStateInput)
    .output(submissionStateSchema)
    .query(({ ctx, input }) => getSubmissionState(ctx.deps, ctx.actor, input)),
  captureInfo: publicProcedure
    .input(captureInfoInput)
    .output(capturedInfoSchema)
    .mutation(({ ctx, input }) => captureInfo(ctx.deps, ctx.actor, input)),
  /** What a mailed link would do; changes nothing. */
  pending: publicProcedure
    .input(mailedTokenInput)
    .output(pendingLettersSchema)
    .query(({ ctx, input }) => getPendingLetters(ctx.deps, ctx.actor, input)),
  confirm: publicProcedure
    .input(confirmLettersInput)
    .output(confirmedLettersSchema)
    .mutation(({ ctx, input }) => confirmLetters(ctx.deps, ctx.actor, input)),
  ...receiptProcedures,
});

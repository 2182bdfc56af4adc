import {
  changedLettersSchema,
  chosenLettersInput,
  cleanedSendingSchema,
  cleanSendingInput,
  emailLogPageSchema,
  letterScopeInput,
  listEmailLogInput,
  parkedRecipientInput,
  parkedRecipientSchema,
  retryLettersInput,
  sendingOverviewSchema,
  settleLettersInput,
  unsettleLettersInput,
} from "@cml/domain/influence";
import {
  cancelLetters,
  cancelParkedLetters,
  cleanSending,
  getSendingOverview,
  listEmailLog,
  listParkedRecipients,
  releaseParkedRecipient,
  retryLetters,
  setSendingPaused,
  settleUncertainLetters,
  unsettleLetters,
} from "@cml/services/influence";
import { z } from "zod";
import { procedureFor, router } from "../../trpc/procedures";

const pausedSchema = z.strictObject({ paused: z.boolean() });

export const sendingAdminRouter = router({
  overview: procedureFor("letter.view")
    .input(letterScopeInput)
    .output(sendingOverviewSchema)
    .query(({ ctx, input }) => getSendingOverview(ctx.deps, ctx.actor, input)),
  setPaused: procedureFor("letter.edit")
    .input(pausedSchema)
    .output(pausedSchema)
    .mutation(({ ctx, input }) => setSendingPaused(ctx.deps, ctx.actor, input)),
  retry: procedureFor("letter.edit")
    .input(retryLettersInput)
    .output(changedLettersSchema)
    .mutation(({ ctx, input }) => retryLetters(ctx.deps, ctx.actor, input)),
  cancel: procedureFor("letter.edit")
    .input(chosenLettersInput)
    .output(changedLettersSchema)
    .mutation(({ ctx, input }) => cancelLetters(ctx.deps, ctx.actor, input)),
  settle: procedureFor("letter.edit")
    .input(settleLettersInput)
    .output(changedLettersSchema)
    .mutation(({ ctx, input }) => settleUncertainLetters(ctx.deps, ctx.actor, input)),
  unsettle: procedureFor("letter.edit")
    .input(unsettleLettersInput)
    .output(changedLettersSchema)
    .mutation(({ ctx, input }) => unsettleLetters(ctx.deps, ctx.actor, input)),
  parked: procedureFor("letter.view")
    .output(z.array(parkedRecipientSchema))
    .query(({ ctx }) => listParkedRecipients(ctx.deps, ctx.actor)),
  releaseParked: procedureFor("letter.edit")
    .input(parkedRecipientInput)
    .output(z.object({ email: z.string() }))
    .mutation(({ ctx, input }) => releaseParkedRecipient(ctx.deps, ctx.actor, input)),
  cancelParked: procedureFor("letter.edit")
    .input(parkedRecipientInput)
    .output(changedLettersSchema)
    .mutation(({ ctx, input }) => cancelParkedLetters(ctx.deps, ctx.actor, input)),
  log: procedureFor("letter.view")
    .input(listEmailLogInput)
    .output(emailLogPageSchema)
    .query(({ ctx, input }) => listEmailLog(ctx.deps, ctx.actor, input)),
  clean: procedureFor("letter.edit")
    .input(cleanSendingInput)
    .output(cleanedSendingSchema)
    .mutation(({ ctx, input }) => cleanSending(ctx.deps, ctx.actor, input)),
});

import {
  confirmedResponseSchema,
  confirmResponseInput,
  mailedTokenInput,
  pendingResponseSchema,
  prefilledResponseSchema,
  prefillResponseInput,
  submitResponseInput,
  submittedResponseSchema,
} from "@cml/domain/influence";
import { confirmResponse, getPendingResponse, prefillResponse, submitResponse } from "@cml/services/influence";
import { publicProcedure, router } from "../../trpc/procedures";
import { wallProcedures } from "./wall";

export const responsesPublicRouter = router({
  /** What the form begins with for the holder of a receipt's private link. */
  prefill: publicProcedure
    .input(prefillResponseInput)
    .output(prefilledResponseSchema)
    .query(({ ctx, input }) => prefillResponse(ctx.deps, ctx.actor, input)),
  submit: publicProcedure
    .input(submitResponseInput)
    .output(submittedResponseSchema)
    .mutation(({ ctx, input }) => submitResponse(ctx.deps, ctx.actor, input)),
  /** What a mailed link would do; changes nothing. */
  pending: publicProcedure
    .input(mailedTokenInput)
    .output(pendingResponseSchema)
    .query(({ ctx, input }) => getPendingResponse(ctx.deps, ctx.actor, input)),
  confirm: publicProcedure
    .input(confirmResponseInput)
    .output(confirmedResponseSchema)
    .mutation(({ ctx, input }) => confirmResponse(ctx.deps, ctx.actor, input)),
  ...wallProcedures,
});

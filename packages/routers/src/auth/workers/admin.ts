import { createWorkerTokenInput, newWorkerTokenSchema, userIdInput, workerTokenSchema } from "@cml/domain/auth";
import { createWorkerToken, listWorkerTokens, revokeWorkerToken } from "@cml/services/auth";
import { z } from "zod";
import { procedureFor, router } from "../../trpc/procedures";

/** Tokens of machines that work through media jobs. */
export const workersAdminRouter = router({
  list: procedureFor("settings.view")
    .output(z.array(workerTokenSchema))
    .query(({ ctx }) => listWorkerTokens(ctx.deps, ctx.actor)),
  create: procedureFor("settings.edit")
    .input(createWorkerTokenInput)
    .output(newWorkerTokenSchema)
    .mutation(({ ctx, input }) => createWorkerToken(ctx.deps, ctx.actor, input)),
  revoke: procedureFor("settings.edit")
    .input(userIdInput)
    .output(workerTokenSchema)
    .mutation(({ ctx, input }) => revokeWorkerToken(ctx.deps, ctx.actor, input)),
});

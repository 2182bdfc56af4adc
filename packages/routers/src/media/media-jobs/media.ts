import { handedJobSchema, jobHoldSchema, videoMetadataSchema } from "@cml/domain/media";
import { claimMediaJob, failMediaJob, finishProbe, reportProgress } from "@cml/services/media";
import { z } from "zod";
import { router, workerProcedure } from "../../trpc/procedures";

/** What a media worker says and hears; it never opens the database or the queue. */
export const mediaJobsMediaRouter = router({
  claim: workerProcedure
    .input(z.object({}))
    .output(handedJobSchema.nullable())
    .mutation(({ ctx }) => claimMediaJob(ctx.deps, ctx.actor)),
  progress: workerProcedure
    .input(z.object({ hold: jobHoldSchema, progress: z.number().min(0).max(100) }))
    .output(z.void())
    .mutation(({ ctx, input }) => reportProgress(ctx.deps, ctx.actor, input)),
  finishProbe: workerProcedure
    .input(z.object({ hold: jobHoldSchema, metadata: videoMetadataSchema }))
    .output(z.void())
    .mutation(({ ctx, input }) => finishProbe(ctx.deps, ctx.actor, input)),
  fail: workerProcedure
    .input(z.object({ hold: jobHoldSchema, reason: z.string().max(2000), unreadable: z.boolean() }))
    .output(z.void())
    .mutation(({ ctx, input }) => failMediaJob(ctx.deps, ctx.actor, input)),
});

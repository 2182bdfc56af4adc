import { idSchema, pageInput, pageOf } from "@cml/domain/kernel";
import { createVideoInput, mediaJobSchema, videoSchema } from "@cml/domain/media";
import { createVideo, getVideo, listVideos } from "@cml/services/media";
import { z } from "zod";
import { procedureFor, router } from "../../trpc/procedures";

export const videosAdminRouter = router({
  list: procedureFor("video.view")
    .input(pageInput)
    .output(pageOf(videoSchema))
    .query(({ ctx, input }) => listVideos(ctx.deps, ctx.actor, input)),
  get: procedureFor("video.view")
    .input(z.object({ id: idSchema }))
    .output(videoSchema.extend({ jobs: z.array(mediaJobSchema) }))
    .query(({ ctx, input }) => getVideo(ctx.deps, ctx.actor, input.id)),
  create: procedureFor("video.edit")
    .input(createVideoInput)
    .output(videoSchema)
    .mutation(({ ctx, input }) => createVideo(ctx.deps, ctx.actor, input)),
});

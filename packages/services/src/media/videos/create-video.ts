import { findVideo, insertVideoWithJob } from "@cml/db/media";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { CreateVideoInput, Video } from "@cml/domain/media";
import type { Deps } from "../../deps";
import { queueMediaJob } from "../media-jobs/queue-media-job";

/** Makes a video of a finished upload and asks a media worker to read it. Throws NOT_FOUND when there is no such upload. */
export const createVideo = async (deps: Deps, actor: Actor, input: CreateVideoInput): Promise<Video> => {
  const storageKey = `uploads/${input.uploadId}`;
  const file = await deps.storage.open(storageKey, { start: 0, end: 0 });
  if (file === null) throw new AppError("NOT_FOUND", "media.uploadNotFound");
  file.stream.destroy();

  const now = deps.clock.now();
  const id = deps.newId();
  const job = { id: deps.newId(), type: "probe" as const, now };
  const video = {
    id,
    title: input.title,
    description: input.description,
    originalFilename: input.originalFilename,
    storageKey,
    sizeBytes: file.sizeBytes,
    createdByUserId: actor.kind === "user" ? actor.userId : null,
  };
  await insertVideoWithJob(deps.db, video, job);
  await queueMediaJob(deps, { id: job.id, videoId: id });
  const created = await findVideo(deps.db, id);
  if (created === null) throw new AppError("NOT_FOUND", "media.videoNotFound");
  return created;
};

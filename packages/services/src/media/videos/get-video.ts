import { findVideo, listMediaJobsOfVideo } from "@cml/db/media";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { MediaJob, Video } from "@cml/domain/media";
import type { Deps } from "../../deps";

/** A video with its jobs, newest first. Throws NOT_FOUND. */
export const getVideo = async (deps: Deps, _actor: Actor, id: string): Promise<Video & { jobs: MediaJob[] }> => {
  const video = await findVideo(deps.db, id);
  if (video === null) throw new AppError("NOT_FOUND", "media.videoNotFound");
  return { ...video, jobs: await listMediaJobsOfVideo(deps.db, id) };
};

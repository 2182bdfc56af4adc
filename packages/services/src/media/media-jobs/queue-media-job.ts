import { markMediaJobQueued } from "@cml/db/media";
import type { Deps } from "../../deps";

/** Puts the job on the queue; its id is the row's, so asking twice queues it once. */
export const queueMediaJob = async (deps: Deps, job: { id: string; videoId: string }): Promise<void> => {
  await deps.jobs.add("media.probe", { videoId: job.videoId, jobId: job.id }, { jobId: `probe-${job.id}` });
  await markMediaJobQueued(deps.db, job.id, deps.clock.now());
};

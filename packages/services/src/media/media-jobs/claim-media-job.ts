import { listStrandedMediaJobs, startMediaJob } from "@cml/db/media";
import type { WorkerActor } from "@cml/domain/kernel";
import type { HandedJob } from "@cml/domain/media";
import type { Deps } from "../../deps";
import { leaseOwnerOf, sourcePathOf } from "./job-source";
import { queueMediaJob } from "./queue-media-job";

const strandedAfterMs = 60_000;

/** Hands the oldest waiting job to the worker, or null. A job whose row ended meanwhile is taken off the queue and passed over. */
export const claimMediaJob = async (deps: Deps, actor: WorkerActor): Promise<HandedJob | null> => {
  for (;;) {
    const claimed = (await deps.mediaClaims.claim()) ?? (await claimStranded(deps));
    if (claimed === null) return null;
    const hold = { mediaJobId: claimed.payload.jobId, queueJobId: claimed.jobId, holdToken: claimed.token };
    const now = deps.clock.now();
    const holdSeconds = deps.mediaClaims.lockSeconds;
    const lease = { owner: leaseOwnerOf(actor.workerName, claimed.token), expiresAt: new Date(now.getTime() + holdSeconds * 1000) };
    if (await startMediaJob(deps.db, hold.mediaJobId, { lease, now })) {
      return { hold, type: "probe", sourcePath: sourcePathOf(deps, hold), holdSeconds };
    }
    await deps.mediaClaims.complete({ jobId: claimed.jobId, token: claimed.token });
  }
};

// A process may die between writing a row and queueing it; whoever asks for work next finds the row.
const claimStranded = async (deps: Deps) => {
  const stranded = await listStrandedMediaJobs(deps.db, new Date(deps.clock.now().getTime() - strandedAfterMs));
  for (const { id, videoId } of stranded) if (videoId !== null) await queueMediaJob(deps, { id, videoId });
  return stranded.length === 0 ? null : deps.mediaClaims.claim();
};

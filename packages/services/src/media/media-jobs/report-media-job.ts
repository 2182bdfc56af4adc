import { endMediaJob, findMediaJob, markVideoInvalid, updateMediaJobProgress, updateVideoMetadata } from "@cml/db/media";
import { AppError, type WorkerActor } from "@cml/domain/kernel";
import type { JobHold, VideoMetadata } from "@cml/domain/media";
import type { Deps } from "../../deps";
import { leaseOwnerOf } from "./job-source";

const gone = () => new AppError("CONFLICT", "media.jobGone");
const queueHold = ({ queueJobId, holdToken }: JobHold) => ({ jobId: queueJobId, token: holdToken });

/** Prolongs the hold and notes progress, 0–100. Throws CONFLICT when another worker may have the job by now. */
export const reportProgress = async (deps: Deps, actor: WorkerActor, input: { hold: JobHold; progress: number }): Promise<void> => {
  const expiresAt = new Date(deps.clock.now().getTime() + deps.mediaClaims.lockSeconds * 1000);
  const lease = { owner: leaseOwnerOf(actor.workerName, input.hold.holdToken), expiresAt };
  if ((await deps.mediaClaims.extend(queueHold(input.hold))) === "GONE") throw gone();
  if (!(await updateMediaJobProgress(deps.db, input.hold.mediaJobId, { lease, progress: input.progress }))) throw gone();
};

/** Stores what was read of the file. The row is settled before the queue, so a crash in between only repeats the reading. */
export const finishProbe = async (deps: Deps, actor: WorkerActor, input: { hold: JobHold; metadata: VideoMetadata }): Promise<void> => {
  const { hold, metadata } = input;
  const now = deps.clock.now();
  const job = await findMediaJob(deps.db, hold.mediaJobId);
  const ended = await endMediaJob(deps.db, hold.mediaJobId, {
    owner: leaseOwnerOf(actor.workerName, hold.holdToken),
    ending: { status: "completed", result: metadata },
    now,
  });
  if (!ended) throw gone();
  if (job?.videoId !== null && job?.videoId !== undefined) await updateVideoMetadata(deps.db, job.videoId, { metadata, now });
  await deps.mediaClaims.complete(queueHold(hold));
};

/** `unreadable` means the file itself is at fault: no second try, and the video is marked for the organiser. */
export const failMediaJob = async (
  deps: Deps,
  actor: WorkerActor,
  input: { hold: JobHold; reason: string; unreadable: boolean },
): Promise<void> => {
  const { hold, reason, unreadable } = input;
  const now = deps.clock.now();
  const job = await findMediaJob(deps.db, hold.mediaJobId);
  const final = unreadable || (job?.attempts ?? 0) >= 3;
  const ended = await endMediaJob(deps.db, hold.mediaJobId, {
    owner: leaseOwnerOf(actor.workerName, hold.holdToken),
    ending: { status: final ? "failed" : "pending", error: reason },
    now,
  });
  if (!ended) throw gone();
  if (unreadable && job?.videoId !== null && job?.videoId !== undefined) await markVideoInvalid(deps.db, job.videoId, { reason, now });
  await deps.mediaClaims.fail(queueHold(hold), { reason, final });
};

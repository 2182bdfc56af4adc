import { randomUUID } from "node:crypto";
import { ErrorCode, Job, UnrecoverableError, Worker, type IQueueBackend, type JobProgress } from "bullmq";
import type { JobsBackend } from "./backends/backend";
import { isClaimedJobName, parsePayload, type ClaimedJobName, type JobPayload, type QueueName } from "./definitions";
import { factsOfError, type JobsLog } from "./log";
import { keyPrefix, type Queues } from "./queues";

/** A job in the hands of a worker elsewhere; `token` proves the hold and comes back with every message about it. */
export type ClaimedJob<N extends ClaimedJobName = ClaimedJobName> = {
  [K in N]: { jobId: string; token: string; name: K; payload: JobPayload<K>; attempt: number; maxAttempts: number };
}[N];
export type Claim = { jobId: string; token: string };
/** GONE: the hold was lost (too long silent, or ended before), and another worker may have the job. */
export type ClaimAnswer = "OK" | "GONE";

/** Jobs taken by hand, for workers that cannot reach the queues themselves. */
export type Claims = {
  /** Seconds a claim lives unless extended. */
  lockSeconds: number;
  /** The oldest waiting job, or null at once. */
  claim: () => Promise<ClaimedJob | null>;
  extend: (claim: Claim) => Promise<ClaimAnswer>;
  complete: (claim: Claim) => Promise<ClaimAnswer>;
  /** Runs again after its backoff while attempts are left, unless `final`. */
  fail: (claim: Claim, failure: { reason: string; final?: boolean }) => Promise<ClaimAnswer>;
  close: () => Promise<void>;
};

export type ClaimsOptions = { queue: QueueName; backend: JobsBackend; queues: Queues; lockSeconds: number; log: JobsLog };

export const openClaims = async ({ queue, backend, queues, lockSeconds, log }: ClaimsOptions): Promise<Claims> => {
  const worker: Worker<unknown, null, string, IQueueBackend, JobProgress, object> = new Worker(
    queue,
    null,
    { connection: {}, prefix: keyPrefix, lockDuration: lockSeconds * 1000, stalledInterval: lockSeconds * 500, maxStalledCount: 20 },
    backend.factory,
  );
  worker.on("error", (error) => log.warn({ queue, ...factsOfError(error) }, "claiming jobs reported an error"));
  await worker.waitUntilReady();
  // Nobody runs this worker's loop, so jobs of silent holders are looked for here.
  await worker.startStalledCheckTimer();

  const withJob = async ({ jobId }: Claim, act: (job: Job) => Promise<unknown>): Promise<ClaimAnswer> => {
    const job = await Job.fromId(queues.get(queue), jobId);
    if (job === undefined) return "GONE";
    try {
      return (await act(job)) === 0 ? "GONE" : "OK";
    } catch (error) {
      if (isLostHold(error)) return "GONE";
      throw error;
    }
  };

  return {
    lockSeconds,
    claim: async () => {
      const token = randomUUID();
      // BullMQ's own type forgets that there may be none.
      const job = (await worker.getNextJob(token, { block: false })) as Job | undefined;
      return job === undefined ? null : readClaim(job, token);
    },
    extend: (claim) => withJob(claim, (job) => job.extendLock(claim.token, lockSeconds * 1000)),
    complete: (claim) => withJob(claim, (job) => job.moveToCompleted(null, claim.token, false)),
    fail: (claim, { reason, final = false }) =>
      withJob(claim, (job) => job.moveToFailed(final ? new UnrecoverableError(reason) : new Error(reason), claim.token, false)),
    close: () => worker.close(),
  };
};

const readClaim = async (job: Job, token: string): Promise<ClaimedJob | null> => {
  const { name } = job;
  try {
    if (!isClaimedJobName(name)) throw new Error(`nobody claims ${name}`);
    return {
      jobId: job.id ?? "",
      token,
      name,
      payload: parsePayload(name, job.data),
      attempt: job.attemptsMade + 1,
      maxAttempts: job.opts.attempts ?? 1,
    };
  } catch (error) {
    await job.moveToFailed(new UnrecoverableError(String(error)), token, false);
    return null;
  }
};

const lostHoldCodes: unknown[] = [ErrorCode.JobNotExist, ErrorCode.JobLockNotExist, ErrorCode.JobNotInState, ErrorCode.JobLockMismatch];
const isLostHold = (error: unknown): boolean => error instanceof Error && "code" in error && lostHoldCodes.includes(error.code);

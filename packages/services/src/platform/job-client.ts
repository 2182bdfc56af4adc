import type { JobName, JobPayload } from "@cml/jobs";

/** Puts work on a queue. The row it is about is written first (outbox), so a lost job is found again by a sweep. */
export type JobClient = {
  add: <N extends JobName>(name: N, payload: JobPayload<N>, options?: { jobId?: string; delayMs?: number }) => Promise<void>;
  addMany: <N extends JobName>(name: N, jobs: { payload: JobPayload<N>; jobId?: string; delayMs?: number }[]) => Promise<void>;
};

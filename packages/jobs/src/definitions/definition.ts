import type { z } from "zod";

/** How one kind of job is kept and repeated. */
export type JobDefinition<S extends z.ZodType = z.ZodType> = {
  /** Must go on reading the payloads of older releases: add fields with a default, never rename one. */
  payload: S;
  /** Runs altogether, the first included. Whatever may not be repeated is guarded by its row, not here. */
  attempts: number;
  /** Wait before the second run; doubles with each further one. */
  backoffSeconds: number;
  /**
   * A job id is remembered for a while after its job ended, so that the same work is not queued twice. Jobs that a sweep
   * queues again by their rows forget a failed one at once, or the sweep could never bring it back.
   */
  forgetFailed: boolean;
  /** Left for when nothing else of its queue waits: thousands of them must not hold up what a person is waiting for. */
  yields: boolean;
};

export type QueueSettings = {
  /** Jobs of this queue running at once in one process. */
  concurrency: number;
  /** Taken by hand for a worker elsewhere (`claimJob`) instead of being run in this process. */
  claimed: boolean;
};

export const defineJob = <S extends z.ZodType>(payload: S, policy: Partial<Omit<JobDefinition, "payload">> = {}): JobDefinition<S> => ({
  payload,
  attempts: 5,
  backoffSeconds: 5,
  forgetFailed: false,
  yields: false,
  ...policy,
});

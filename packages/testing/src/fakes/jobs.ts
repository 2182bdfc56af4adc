import type { JobName, JobPayload } from "@cml/jobs";

export type AddedJob<N extends JobName = JobName> = { name: N; payload: JobPayload<N>; jobId?: string; delayMs?: number };

export type FakeJobs = {
  /** Jobs waiting, oldest first. */
  added: AddedJob[];
  add: <N extends JobName>(name: N, payload: JobPayload<N>, options?: { jobId?: string; delayMs?: number }) => Promise<void>;
  addMany: <N extends JobName>(name: N, jobs: { payload: JobPayload<N>; jobId?: string; delayMs?: number }[]) => Promise<void>;
  /** The payloads of one job name, oldest first. */
  payloadsOf: <N extends JobName>(name: N) => JobPayload<N>[];
  /** Takes the waiting jobs of one name and runs them here, one after another; gives how many ran. */
  run: <N extends JobName>(name: N, processor: (payload: JobPayload<N>) => Promise<unknown>) => Promise<number>;
  clear: () => void;
};

/** Keeps jobs instead of queueing them; a second job with a known `jobId` is ignored, as on the real queues. */
export const fakeJobs = (): FakeJobs => {
  const added: AddedJob[] = [];
  const known = new Set<string>();

  const keep = <N extends JobName>(job: AddedJob<N>) => {
    if (job.jobId !== undefined) {
      if (known.has(job.jobId)) return;
      known.add(job.jobId);
    }
    added.push(job);
  };
  const ofName = <N extends JobName>(name: N) => added.filter((job): job is AddedJob & AddedJob<N> => job.name === name);

  return {
    added,
    add: async (name, payload, options = {}) => keep({ name, payload, ...options }),
    addMany: async (name, jobs) => jobs.forEach((job) => keep({ name, ...job })),
    payloadsOf: (name) => ofName(name).map((job) => job.payload),
    run: async (name, processor) => {
      const mine = ofName(name);
      for (const job of mine) {
        added.splice(added.indexOf(job), 1);
        await processor(job.payload);
      }
      return mine.length;
    },
    clear: () => {
      added.length = 0;
      known.clear();
    },
  };
};

import { parsePayload, queueOf, type JobName, type JobPayload } from "./definitions";
import { jobOptionsOf, type Queues } from "./queues";

export type NewJob<N extends JobName> = { payload: JobPayload<N>; jobId?: string; delayMs?: number };

/**
 * Puts jobs on their queues. A `jobId` that is waiting, running, done within the hour or failed for good within 14 days
 * (unless the definition forgets failures) is not queued a second time.
 */
export type JobClient = {
  add: <N extends JobName>(name: N, payload: JobPayload<N>, options?: { jobId?: string; delayMs?: number }) => Promise<void>;
  addMany: <N extends JobName>(name: N, jobs: NewJob<N>[]) => Promise<void>;
};

export const createJobClient = (queues: Queues): JobClient => {
  const addMany = async <N extends JobName>(name: N, jobs: NewJob<N>[]): Promise<void> => {
    if (jobs.length === 0) return;
    await queues.get(queueOf(name)).addBulk(
      jobs.map(({ payload, jobId, delayMs }) => ({
        name,
        data: parsePayload(name, payload),
        opts: { ...jobOptionsOf(name), jobId: jobId === undefined ? undefined : bullJobId(jobId), delay: delayMs },
      })),
    );
  };
  return { addMany, add: (name, payload, options = {}) => addMany(name, [{ payload, ...options }]) };
};

// BullMQ keeps ":" for its own keys and refuses ids that are whole numbers.
const bullJobId = (jobId: string): string => {
  if (jobId === "" || /:|^\d+$/.test(jobId)) throw new Error(`"${jobId}" cannot be a job id: use a word and an id, such as letter-<uuid>`);
  return jobId;
};

import { Queue, type IQueueBackend } from "bullmq";
import type { JobsBackend } from "./backends/backend";
import { definitionOf, queueNames, type JobName, type QueueName } from "./definitions";
import { factsOfError, type JobsLog } from "./log";

export type BullQueue = Queue<unknown, unknown, string, unknown, unknown, string, IQueueBackend, object>;
export type QueueCounts = { waiting: number; active: number; delayed: number; failed: number };

/** The queues by name, opened when first used. */
export type Queues = {
  get: (name: QueueName) => BullQueue;
  counts: () => Promise<Record<QueueName, QueueCounts>>;
  close: () => Promise<void>;
};

export const openQueues = (backend: JobsBackend, log: JobsLog): Queues => {
  const open = new Map<QueueName, BullQueue>();
  const get = (name: QueueName): BullQueue => {
    const known = open.get(name);
    if (known !== undefined) return known;
    const queue: BullQueue = new Queue(name, { connection: {}, prefix: keyPrefix, streams: { events: { maxLen: 100 } } }, backend.factory);
    queue.on("error", (error) => log.warn({ queue: name, ...factsOfError(error) }, "a job queue reported an error"));
    open.set(name, queue);
    return queue;
  };
  const countsOf = async (name: QueueName): Promise<QueueCounts> => {
    const counted = await get(name).getJobCounts("waiting", "prioritized", "active", "delayed", "failed");
    const { waiting = 0, prioritized = 0, active = 0, delayed = 0, failed = 0 } = counted;
    return { waiting: waiting + prioritized, active, delayed, failed };
  };
  return {
    get,
    counts: async () => {
      const entries = await Promise.all(queueNames.map(async (name) => [name, await countsOf(name)] as const));
      return Object.fromEntries(entries) as Record<QueueName, QueueCounts>;
    },
    close: async () => {
      await Promise.all([...open.values()].map((queue) => queue.close()));
    },
  };
};

/** Front of every Redis key of ours; the PostgreSQL backend has its schema instead. */
export const keyPrefix = "cml";

/** How BullMQ shall repeat and remember a job of this name. */
export const jobOptionsOf = (name: JobName) => {
  const { attempts, backoffSeconds, forgetFailed, yields } = definitionOf(name);
  return {
    // BullMQ takes jobs without a priority before all that have one.
    ...(yields ? { priority: 1 } : {}),
    attempts,
    backoff: { type: "exponential", delay: backoffSeconds * 1000, jitter: 0.2 },
    removeOnComplete: { age: 3600, count: 10_000 },
    removeOnFail: forgetFailed || { age: 14 * 24 * 3600, count: 10_000 },
  };
};

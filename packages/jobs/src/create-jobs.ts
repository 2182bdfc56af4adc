import type { JobsBackend } from "./backends/backend";
import { openPostgresBackend } from "./backends/postgres";
import type { RedisBackendOptions } from "./backends/redis";
import { openClaims, type Claims } from "./claims";
import { createJobClient, type JobClient } from "./client";
import type { QueueName } from "./definitions";
import type { JobsLog } from "./log";
import { openQueues, type QueueCounts } from "./queues";
import { applySchedules, type Schedule } from "./schedules";
import { watchSchedules, type ScheduleWatch, type ScheduleWatchOptions } from "./watch-schedules";
import { startWorkers, type JobTiming, type Processors, type Workers } from "./workers";

export type JobsOptions = ({ databaseUrl: string; maxConnections?: number } | { redisUrl: string }) & {
  log: JobsLog;
  timing?: Partial<JobTiming>;
};

/** All of a process's dealings with the queues. */
export type Jobs = JobClient & {
  kind: JobsBackend["kind"];
  startWorkers: (processors: Processors) => Promise<Workers>;
  applySchedules: (schedules?: Schedule[]) => Promise<void>;
  /** Every minute: plans a schedule anew that lost its next run. */
  watchSchedules: (options?: Omit<ScheduleWatchOptions, "queues" | "log">) => ScheduleWatch;
  /** Opens a queue whose jobs are taken by hand (settings `claimed`). */
  openClaims: (queue: QueueName, options?: { lockSeconds?: number }) => Promise<Claims>;
  counts: () => Promise<Record<QueueName, QueueCounts>>;
  /** Throws when the queues' server cannot be reached. */
  ping: () => Promise<void>;
  /** Closes queues and connections; close workers and claims before. */
  close: () => Promise<void>;
};

// Loaded only where it is used, for the memory of those who have no Redis.
const openRedis = async (options: RedisBackendOptions): Promise<JobsBackend> =>
  (await import("./backends/redis")).openRedisBackend(options);

const defaultTiming: JobTiming = { lockSeconds: 20, stalledCheckSeconds: 10 };

/** Queues on Redis when given `redisUrl`, else in the schema `bullmq` of the database. */
export const createJobs = async (options: JobsOptions): Promise<Jobs> => {
  const { log } = options;
  const timing = { ...defaultTiming, ...options.timing };
  const backend =
    "redisUrl" in options
      ? await openRedis({ redisUrl: options.redisUrl, log })
      : await openPostgresBackend({ databaseUrl: options.databaseUrl, maxConnections: options.maxConnections ?? 3, log });
  const queues = openQueues(backend, log);
  return {
    ...createJobClient(queues),
    kind: backend.kind,
    startWorkers: (processors) => startWorkers(processors, { backend, timing, log }),
    applySchedules: (wanted) => applySchedules(queues, wanted),
    watchSchedules: (watched = {}) => watchSchedules({ ...watched, queues, log }),
    openClaims: (queue, { lockSeconds = 60 } = {}) => openClaims({ queue, backend, queues, lockSeconds, log }),
    counts: queues.counts,
    ping: backend.ping,
    close: async () => {
      await queues.close();
      await backend.close();
    },
  };
};

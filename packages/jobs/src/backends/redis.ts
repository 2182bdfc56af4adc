import { createRedisBackend } from "bullmq";
import { Redis } from "ioredis";
import { factsOfError, type JobsLog } from "../log";
import type { JobsBackend } from "./backend";

export type RedisBackendOptions = { redisUrl: string; log: JobsLog };

/** One connection for all queues; each worker adds one that blocks. Redis must run with `maxmemory-policy noeviction`. */
export const openRedisBackend = async ({ redisUrl, log }: RedisBackendOptions): Promise<JobsBackend> => {
  // A worker waits for Redis as long as it takes, so no command may give up by itself.
  const redis = new Redis(redisUrl, { maxRetriesPerRequest: null, lazyConnect: true, connectionName: "changemaker jobs" });
  redis.on("error", (error) => log.warn(factsOfError(error), "the connection of the job queues to Redis failed"));
  redis.setMaxListeners(0);
  try {
    await redis.connect();
  } catch (error) {
    redis.disconnect();
    throw error;
  }
  return {
    kind: "redis",
    factory: (name, options, needs) => createRedisBackend(name, { ...options, connection: redis }, needs),
    drainDelaySeconds: 10,
    ping: async () => {
      await redis.ping();
    },
    close: async () => {
      await redis.quit();
    },
  };
};

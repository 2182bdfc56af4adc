import { Redis } from "ioredis";
import { factsOfError, type JobsLog } from "../log";
import { createRedisEvents } from "./events";
import { createRedisLimiter } from "./limiter";
import { createRedisLocks } from "./locks";
import { openSubscriber } from "./subscriber";

export type RedisCoordinationOptions = { redisUrl: string; log: JobsLog; lockExpirySeconds?: number };

/** Limits, locks and events between processes over Redis: two connections, one of which listens. */
export const openRedisCoordination = async ({ redisUrl, log, lockExpirySeconds = 10 }: RedisCoordinationOptions) => {
  // A request must not hang on a limiter: commands give up after a few reconnects.
  const redis = new Redis(redisUrl, { lazyConnect: true, maxRetriesPerRequest: 3, connectionName: "changemaker coordination" });
  const listening = redis.duplicate({ connectionName: "changemaker events", maxRetriesPerRequest: null });
  for (const each of [redis, listening])
    each.on("error", (error) => log.warn(factsOfError(error), "the coordination connection to Redis failed"));
  try {
    await Promise.all([redis.connect(), listening.connect()]);
  } catch (error) {
    redis.disconnect();
    listening.disconnect();
    throw error;
  }
  const subscriber = openSubscriber(listening);
  return {
    limiter: createRedisLimiter(redis),
    locks: await createRedisLocks({ redis, subscriber, log, expirySeconds: lockExpirySeconds }),
    events: await createRedisEvents({ redis, subscriber, log }),
    close: async () => {
      await Promise.all([subscriber.close(), redis.quit()]);
    },
  };
};

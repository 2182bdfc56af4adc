import type { openRedisCoordination, RedisCoordinationOptions } from "./coordination";

export type { RedisCoordinationOptions };

/** Limits, locks and events between processes over Redis, loaded only where it is used: two connections, one of which listens. */
export const createRedisCoordination = async (options: RedisCoordinationOptions): ReturnType<typeof openRedisCoordination> =>
  (await import("./coordination")).openRedisCoordination(options);

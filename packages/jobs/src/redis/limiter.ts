import type { Redis } from "ioredis";

export type LimitRule = { limit: number; windowSeconds: number };
export type LimitAnswer = { allowed: boolean; retryAfterSeconds: number; used: number };

// A window opens with the key's first event; a key that lost its expiry gets one again.
const takeScript = `
local count = redis.call("INCR", KEYS[1])
local left = redis.call("PTTL", KEYS[1])
if left < 0 then
  redis.call("PEXPIRE", KEYS[1], ARGV[1])
  left = tonumber(ARGV[1])
end
return { count, left }`;

const keyOf = (key: string) => `cml:limit:${key}`;

export const createRedisLimiter = (redis: Redis) => ({
  take: async (key: string, { limit, windowSeconds }: LimitRule): Promise<LimitAnswer> => {
    const [count, leftMs] = (await redis.eval(takeScript, 1, keyOf(key), Math.ceil(windowSeconds * 1000))) as [number, number];
    const allowed = count <= limit;
    return { allowed, retryAfterSeconds: allowed ? 0 : Math.max(1, Math.ceil(leftMs / 1000)), used: count };
  },
  reset: async (key: string): Promise<void> => {
    await redis.del(keyOf(key));
  },
});

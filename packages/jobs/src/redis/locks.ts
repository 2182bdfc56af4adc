import { randomUUID } from "node:crypto";
import type { Redis } from "ioredis";
import { factsOfError, type JobsLog } from "../log";
import type { Subscriber } from "./subscriber";

const channel = "cml:locks";
/** A released lock is announced; this is for holders that died without a word. */
const retryMs = 1000;

const renewScript = `if redis.call("GET", KEYS[1]) == ARGV[1] then return redis.call("PEXPIRE", KEYS[1], ARGV[2]) else return 0 end`;
const freeScript = `
if redis.call("GET", KEYS[1]) == ARGV[1] then
  redis.call("DEL", KEYS[1])
  redis.call("PUBLISH", ARGV[2], KEYS[1])
end`;

export type RedisLocksOptions = {
  redis: Redis;
  subscriber: Subscriber;
  log: JobsLog;
  /** A holder that died keeps its lock for at most so long. */
  expirySeconds: number;
};

/** Named locks as keys that expire; the holder renews its key while its work runs. */
export const createRedisLocks = async ({ redis, subscriber, log, expirySeconds }: RedisLocksOptions) => {
  const expiryMs = expirySeconds * 1000;
  const waiting = new Map<string, Set<() => void>>();
  const keyOf = (name: string) => `cml:lock:${name}`;
  await subscriber.listen(channel, (key) => waiting.get(key)?.forEach((wake) => wake()));

  const tryTake = async (name: string): Promise<string | null> => {
    const token = randomUUID();
    return (await redis.set(keyOf(name), token, "PX", expiryMs, "NX")) === "OK" ? token : null;
  };
  const announced = (name: string) => {
    const key = keyOf(name);
    const wakers = waiting.get(key) ?? new Set();
    waiting.set(key, wakers);
    let wake = (): void => undefined;
    const heard = new Promise<void>((resolve) => {
      wake = resolve;
    });
    const timer = setTimeout(wake, retryMs);
    wakers.add(wake);
    const forget = () => {
      clearTimeout(timer);
      wakers.delete(wake);
      if (wakers.size === 0) waiting.delete(key);
    };
    return { heard, forget };
  };
  const renew = async (name: string, token: string) => {
    try {
      const kept = await redis.eval(renewScript, 1, keyOf(name), token, expiryMs);
      if (kept === 0) log.error({ lock: name }, "a lock was lost while its work goes on");
    } catch (error) {
      log.warn({ lock: name, ...factsOfError(error) }, "a lock was not renewed");
    }
  };
  const run = async <T>(name: string, token: string, work: () => Promise<T>): Promise<T> => {
    const renewal = setInterval(() => void renew(name, token), expiryMs / 3);
    try {
      return await work();
    } finally {
      clearInterval(renewal);
      await redis
        .eval(freeScript, 1, keyOf(name), token, channel)
        .catch((error: unknown) => log.warn({ lock: name, ...factsOfError(error) }, "a lock was not released; it will expire"));
    }
  };

  return {
    withLock: async <T>(name: string, work: () => Promise<T>): Promise<T> => {
      for (;;) {
        const { heard, forget } = announced(name);
        try {
          const token = await tryTake(name);
          if (token !== null) return await run(name, token, work);
          await heard;
        } finally {
          forget();
        }
      }
    },
    tryLock: async <T>(name: string, work: () => Promise<T>): Promise<{ result: T } | null> => {
      const token = await tryTake(name);
      return token === null ? null : { result: await run(name, token, work) };
    },
  };
};

import { randomUUID } from "node:crypto";
import { unwrapEvent, wrapEvent, type DomainEvent } from "@cml/domain/platform";
import type { Redis } from "ioredis";
import { factsOfError, type JobsLog } from "../log";
import type { Subscriber } from "./subscriber";

const channel = "cml:events";

export type RedisEventsOptions = { redis: Redis; subscriber: Subscriber; log: JobsLog };

/** Events by publish and subscribe. This process hears its own at once, whether or not Redis can be reached. */
export const createRedisEvents = async ({ redis, subscriber, log }: RedisEventsOptions) => {
  const me = randomUUID();
  const listeners = new Set<(event: DomainEvent) => void>();
  const deliver = (event: DomainEvent) => {
    for (const listener of listeners) {
      try {
        listener(event);
      } catch (error) {
        log.error({ event: event.type, ...factsOfError(error) }, "a listener failed");
      }
    }
  };
  await subscriber.listen(channel, (text) => {
    const message = unwrapEvent(text);
    if (message !== null && message.from !== me) deliver(message.event);
  });
  return {
    publish: async (event: DomainEvent): Promise<void> => {
      deliver(event);
      try {
        await redis.publish(channel, wrapEvent(me, event));
      } catch (error) {
        // An event may be lost by contract; what it was about is committed already.
        log.warn({ event: event.type, ...factsOfError(error) }, "an event did not leave this process");
      }
    },
    subscribe: (listener: (event: DomainEvent) => void): (() => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
};

import type { Redis } from "ioredis";

/** One connection for everything this process listens to; ioredis subscribes again by itself after a reconnect. */
export type Subscriber = { listen: (channel: string, heard: (text: string) => void) => Promise<void>; close: () => Promise<void> };

export const openSubscriber = (redis: Redis): Subscriber => {
  const channels = new Map<string, (text: string) => void>();
  redis.on("message", (channel: string, text: string) => channels.get(channel)?.(text));
  return {
    listen: async (channel, heard) => {
      channels.set(channel, heard);
      await redis.subscribe(channel);
    },
    close: async () => {
      await redis.quit();
    },
  };
};

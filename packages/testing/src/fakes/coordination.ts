import type { DomainEvent } from "@cml/domain/platform";
import type { FakeClock } from "./clock";

export type MemoryLimiter = {
  take: (
    key: string,
    rule: { limit: number; windowSeconds: number },
  ) => Promise<{ allowed: boolean; retryAfterSeconds: number; used: number }>;
  reset: (key: string) => Promise<void>;
};

/** Fixed windows counted from the first event of a key, like the real backends, but by the test's clock. */
export const memoryLimiter = (clock: Pick<FakeClock, "now">): MemoryLimiter => {
  const windows = new Map<string, { taken: number; endsAt: number }>();
  return {
    take: async (key, { limit, windowSeconds }) => {
      const now = clock.now().getTime();
      const open = windows.get(key);
      const window = open !== undefined && open.endsAt > now ? open : { taken: 0, endsAt: now + windowSeconds * 1000 };
      window.taken += 1;
      windows.set(key, window);
      const allowed = window.taken <= limit;
      return { allowed, retryAfterSeconds: allowed ? 0 : Math.max(1, Math.ceil((window.endsAt - now) / 1000)), used: window.taken };
    },
    reset: async (key) => void windows.delete(key),
  };
};

export type MemoryLocks = {
  withLock: <T>(name: string, work: () => Promise<T>) => Promise<T>;
  tryLock: <T>(name: string, work: () => Promise<T>) => Promise<{ result: T } | null>;
};

export const memoryLocks = (): MemoryLocks => {
  const held = new Map<string, Promise<unknown>>();
  const run = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const running = work();
    const settled = running.catch(() => undefined);
    held.set(name, settled);
    try {
      return await running;
    } finally {
      if (held.get(name) === settled) held.delete(name);
    }
  };
  const withLock = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    for (let holder = held.get(name); holder !== undefined; holder = held.get(name)) await holder;
    return run(name, work);
  };
  return { withLock, tryLock: async (name, work) => (held.has(name) ? null : { result: await run(name, work) }) };
};

export type MemoryEvents = {
  /** Everything published so far. */
  published: DomainEvent[];
  publish: (event: DomainEvent) => Promise<void>;
  subscribe: (listener: (event: DomainEvent) => void) => () => void;
};

export const memoryEvents = (): MemoryEvents => {
  const published: DomainEvent[] = [];
  const listeners = new Set<(event: DomainEvent) => void>();
  return {
    published,
    publish: async (event) => {
      published.push(event);
      for (const listener of listeners) listener(event);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
};

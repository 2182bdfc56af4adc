import type { DomainEvent } from "@cml/domain/platform";

export type { DomainEvent };

/** Counts events per key in fixed windows, over all processes. */
export type Limiter = {
  /** Takes one of `limit` places in the window; `allowed: false` says how many seconds to wait, `used` how many were taken, this one too. */
  take: (
    key: string,
    rule: { limit: number; windowSeconds: number },
  ) => Promise<{ allowed: boolean; retryAfterSeconds: number; used: number }>;
  /** Gives all places of the key back, for example after a right password. */
  reset: (key: string) => Promise<void>;
};

/** Mutual exclusion over all processes. */
export type Locks = {
  /** Runs `work` while holding the named lock, waiting for it; released when `work` ends or this process dies. */
  withLock: <T>(name: string, work: () => Promise<T>) => Promise<T>;
  /** Runs `work` only if the lock is free; null when somebody holds it. */
  tryLock: <T>(name: string, work: () => Promise<T>) => Promise<{ result: T } | null>;
};

/** Messages between processes; see DomainEvent for what they may be used for. */
export type Events = {
  publish: (event: DomainEvent) => Promise<void>;
  /** Called for events of every process, this one included; returns a function that stops it. */
  subscribe: (listener: (event: DomainEvent) => void) => () => void;
};

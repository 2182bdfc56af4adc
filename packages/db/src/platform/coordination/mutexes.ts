export type Mutexes = {
  /** Runs `work` when all earlier work of that name in this process has ended. */
  run: <T>(name: string, work: () => Promise<T>) => Promise<T>;
  isTaken: (name: string) => boolean;
};

/** Mutual exclusion within one process, by name, first come first served. */
export const createMutexes = (): Mutexes => {
  const tails = new Map<string, Promise<unknown>>();
  return {
    isTaken: (name) => tails.has(name),
    run: async (name, work) => {
      const before = tails.get(name) ?? Promise.resolve();
      const result = before.then(work);
      const tail = result.catch(() => undefined);
      tails.set(name, tail);
      try {
        return await result;
      } finally {
        if (tails.get(name) === tail) tails.delete(name);
      }
    },
  };
};

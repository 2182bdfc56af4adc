export type Slots = <T>(work: () => Promise<T>) => Promise<T>;

/** Lets at most so many run at once; the others wait and come in the order in which they asked. */
export const createSlots = (count: number): Slots => {
  const waiting: (() => void)[] = [];
  let free = count;
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
};

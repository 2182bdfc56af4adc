import type { Deps } from "../deps";

export type Flight<T> = {
  /** Names the answer, over all processes. */
  key: string;
  /** The answer if it is stored already. */
  read: () => Promise<T | null>;
  /** Makes the answer and stores it where `read` finds it. */
  make: () => Promise<T>;
};

const flying = new WeakMap<object, Map<string, Promise<unknown>>>();

/** Everybody who asks for the same answer at once gets one made by one of them, in whatever process it is. */
export const singleFlight = <T>(deps: Pick<Deps, "locks">, { key, read, make }: Flight<T>): Promise<T> => {
  const mine = flying.get(deps.locks) ?? new Map<string, Promise<unknown>>();
  flying.set(deps.locks, mine);
  const known = mine.get(key);
  if (known !== undefined) return known as Promise<T>;
  const answer = (async () => {
    const stored = await read();
    if (stored !== null) return stored;
    return deps.locks.withLock(`flight:${key}`, async () => (await read()) ?? (await make()));
  })().finally(() => mine.delete(key));
  mine.set(key, answer);
  return answer;
};

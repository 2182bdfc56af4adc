import { setTimeout as wait } from "node:timers/promises";

/**
 * An open loop: request n is due after n/perSecond seconds, whatever became of those before it, and its time counts from when
 * it was due, not from when the client got round to it. A server that stalls thus pays for everybody who would have come
 * meanwhile (no coordinated omission). Gives the times in ms.
 */
export const askPaced = async (
  ask: (n: number) => Promise<void>,
  { perSecond, seconds }: { perSecond: number; seconds: number },
): Promise<number[]> => {
  const begun = performance.now();
  const one = async (n: number): Promise<number> => {
    const due = begun + (n * 1000) / perSecond;
    await wait(Math.max(0, due - performance.now()));
    await ask(n);
    return performance.now() - due;
  };
  return Promise.all(Array.from({ length: perSecond * seconds }, (_, n) => one(n)));
};

/** The value that `share` (0 to 1) of all do not exceed: nearest rank. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
};

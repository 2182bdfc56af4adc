/** Stops calling a service that keeps failing: open after `failures` in a row, then one trial after `pauseMs`. */
export type CircuitBreaker = {
  /** Null when a call may go out; otherwise how many milliseconds to stay away. */
  waitMs: () => number | null;
  succeeded: () => void;
  failed: () => void;
};

type Rule = { failures: number; pauseMs: number; now: () => number };

export const createCircuitBreaker = ({ failures, pauseMs, now }: Rule): CircuitBreaker => {
  let inARow = 0;
  let openUntil: number | null = null;
  return {
    waitMs: () => {
      if (openUntil === null) return null;
      const left = openUntil - now();
      if (left > 0) return left;
      // One trial goes through; the others stay away until it has answered.
      openUntil = now() + pauseMs;
      return null;
    },
    succeeded: () => {
      inARow = 0;
      openUntil = null;
    },
    failed: () => {
      inARow += 1;
      if (inARow >= failures) openUntil = now() + pauseMs;
    },
  };
};

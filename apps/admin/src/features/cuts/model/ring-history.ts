import type { DrawnRing } from "@cml/domain/map";

/** What was drawn, what is, and what was taken back. */
export type RingHistory = { past: readonly DrawnRing[][]; present: DrawnRing[]; future: readonly DrawnRing[][] };

const mostSteps = 100;

export const beginHistory = (present: DrawnRing[]): RingHistory => ({ past: [], present, future: [] });

export const pushRings = ({ past, present }: RingHistory, next: DrawnRing[]): RingHistory => ({
  past: [...past, present].slice(-mostSteps),
  present: next,
  future: [],
});

export const undoRings = (history: RingHistory): RingHistory => {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return { past: history.past.slice(0, -1), present: before, future: [history.present, ...history.future] };
};

export const redoRings = (history: RingHistory): RingHistory => {
  const [after, ...future] = history.future;
  return after === undefined ? history : { past: [...history.past, history.present], present: after, future };
};

import { closeGaps, type TurfCutting } from "@cml/domain/map";
import { useCallback, useState } from "react";

type Past = { before: number[][]; now: number[]; after: number[][] };

/** The turf of each site as somebody adjusts it, with the way back and forth. */
export const useAdjusting = (cutting: TurfCutting) => {
  const [past, setPast] = useState<Past>(() => ({ before: [], now: closeGaps(cutting.turfOf), after: [] }));
  const change = useCallback((next: number[]) => setPast(({ before, now }) => ({ before: [...before, now], now: next, after: [] })), []);
  const undo = useCallback(
    () =>
      setPast((was) => {
        const last = was.before.at(-1);
        return last === undefined ? was : { before: was.before.slice(0, -1), now: last, after: [was.now, ...was.after] };
      }),
    [],
  );
  const redo = useCallback(
    () =>
      setPast((was) => {
        const [next, ...after] = was.after;
        return next === undefined ? was : { before: [...was.before, was.now], now: next, after };
      }),
    [],
  );
  return { turfOf: past.now, change, undo, redo, canUndo: past.before.length > 0, canRedo: past.after.length > 0 };
};
export type Adjusting = ReturnType<typeof useAdjusting>;

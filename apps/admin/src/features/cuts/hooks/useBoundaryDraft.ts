import { boundaryOf, type CutGeometry, type DrawnRing, mendCutGeometry, type MendReport, readCutGeometry, ringsOf } from "@cml/domain/map";
import type { DrawingHandle, DrawingTool } from "@cml/ui/map";
import { useMemo, useRef, useState } from "react";
import { beginHistory, pushRings, redoRings, undoRings } from "../model/ring-history";

const newRingId = (): string => crypto.randomUUID();

/** A boundary being drawn: its lines with a way back and forth, what they come to, and what is wrong with that. */
export const useBoundaryDraft = (begin: CutGeometry | null) => {
  const [history, setHistory] = useState(() => beginHistory(begin === null ? [] : ringsOf(begin, newRingId)));
  // Lines on their way, while a corner is dragged or a line is not closed.
  const [moving, setMoving] = useState<DrawnRing[] | null>(null);
  const [tool, setTool] = useState<DrawingTool>(begin === null ? "part" : "shape");
  const [selected, setSelected] = useState<string | null>(null);
  const [hasCorner, setCorner] = useState(false);
  const [report, setReport] = useState<MendReport | null>(null);
  const handle = useRef<DrawingHandle | null>(null);

  const rings = moving ?? history.present;
  const shape = useMemo(() => boundaryOf(rings), [rings]);
  const read = useMemo(() => (shape === null ? null : readCutGeometry(shape)), [shape]);
  const settled = useMemo(() => boundaryOf(history.present), [history.present]);
  const problem = useMemo(() => {
    const found = settled === null ? null : readCutGeometry(settled);
    return found !== null && "problem" in found ? found : null;
  }, [settled]);

  const decide = (next: DrawnRing[]) => {
    setMoving(null);
    setReport(null);
    setHistory((before) => pushRings(before, next));
  };
  return {
    rings: history.present,
    geometry: read !== null && "geometry" in read ? read.geometry : null,
    problem: moving === null ? problem : null,
    isChanged: history.past.length > 0,
    canUndo: history.past.length > 0 || moving !== null,
    canRedo: history.future.length > 0,
    tool,
    setTool,
    selected,
    setSelected,
    hasCorner,
    setCorner,
    report,
    handle,
    onChange: (next: DrawnRing[], isSettled: boolean) => {
      if (!isSettled) {
        setMoving(next);
        return;
      }
      decide(next);
      setTool("shape");
    },
    undo: () => {
      if (handle.current?.undoCorner() === true) return;
      setMoving(null);
      setReport(null);
      setHistory(undoRings);
    },
    redo: () => {
      if (handle.current?.redoCorner() === true) return;
      setMoving(null);
      setHistory(redoRings);
    },
    /** The marked corner, or the whole chosen line. */
    remove: () => {
      if (tool !== "shape" || handle.current?.removeCorner() === true || hasCorner || selected === null) return;
      decide(history.present.filter((ring) => ring.id !== selected));
    },
    stepCorner: (by: 1 | -1) => handle.current?.stepCorner(by),
    mend: () => {
      const mended = settled === null ? null : mendCutGeometry(settled);
      if (mended === null || !("geometry" in mended)) return;
      decide(ringsOf(mended.geometry, newRingId));
      setReport(mended.mended);
      setTool("shape");
    },
    canMend: settled !== null && problem !== null && "geometry" in mendCutGeometry(settled),
  };
};

export type BoundaryDraft = ReturnType<typeof useBoundaryDraft>;

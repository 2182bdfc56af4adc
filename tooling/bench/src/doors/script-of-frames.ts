type TraceEvent = { name: string; ph: string; pid: number; tid: number; ts: number; dur?: number; tdur?: number; args?: { name?: string } };

/** What Chromium calls the running of scripts, and what it does for them. */
const scripts = new Set([
  "FireAnimationFrame",
  "FunctionCall",
  "EventDispatch",
  "TimerFire",
  "RunMicrotasks",
  "HandlePostMessage",
  "EvaluateScript",
  "MajorGC",
  "MinorGC",
]);

/** The page lays out and paints once a frame; what scripts do from there to the next time is of the next frame. */
const endOfFrame = "PrePaint";
const callback = "FireAnimationFrame";

/**
 * Milliseconds of processor time in scripts on the page's main thread, one number for each frame in which the map drew: the measuring
 * itself has one callback in every frame, the map another.
 */
export const scriptOfFrames = (trace: string): number[] => {
  const { traceEvents } = JSON.parse(trace) as { traceEvents: TraceEvent[] };
  const first = traceEvents.find(({ name }) => name === callback);
  if (first === undefined) throw new Error("the trace has no frame");
  const own = traceEvents
    .filter(({ name, ph, pid, tid }) => ph === "X" && pid === first.pid && tid === first.tid && (scripts.has(name) || name === endOfFrame))
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const frames: number[] = [];
  let frame = { script: 0, callbacks: 0 };
  let end = -Infinity;
  for (const { name, ts, dur = 0, tdur = 0 } of own) {
    if (name === endOfFrame) {
      if (frame.callbacks > 1) frames.push(frame.script);
      frame = { script: 0, callbacks: 0 };
    } else if (ts >= end) {
      // What runs inside another is counted there.
      end = ts + dur;
      frame = { script: frame.script + tdur / 1_000, callbacks: frame.callbacks + (name === callback ? 1 : 0) };
    }
  }
  return frames;
};

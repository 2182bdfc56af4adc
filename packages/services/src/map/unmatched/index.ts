export { PlacingInterrupted, runUnmatched } from "./run-unmatched";
export { undoUnmatched } from "./undo-unmatched";
export { listUnmatched, resolveUnmatched } from "./unmatched-people";
export {
  countAcceptableUnmatched, getUnmatchedRun, resumeLostUnmatchedRun, resumeUnmatchedRun, startUnmatchedRun, stopUnmatchedRun, undoUnmatchedRun,
} from "./unmatched-runs"; // prettier-ignore

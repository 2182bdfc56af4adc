export { undoUnmatched } from "./undo-unmatched";
export { acceptUnmatched, listUnmatched, resolveUnmatched } from "./unmatched-people";

import type { DoorRow, RejectReason, UnplacedRow } from "@cml/domain/map";

/**
 * One row of a file: the door it describes, or why it describes none. `unplaced` is the door of a row without a point, for the
 * "not on the map" tray. Its cells are asked for only when it is refused: a million objects nobody looks at cost seconds.
 */
export type ReadRow = { row: number; cells: () => Record<string, unknown> } & (
  { door: DoorRow } | { reason: RejectReason; detail: string; unplaced?: UnplacedRow }
);

/** Where the rows given out so far end: how far into the whole that is, and whatever the reader needs to go on from there. */
export type ReaderPosition = { share: number; place: Record<string, string | number> };

/** Reads one file, or several that belong together, from where a stopped run stands (`run.checkpoint`: rows given out, and its place). */
export type RowReader<Row = ReadRow> = {
  /**
   * The rows behind the checkpoint of the run, each with a number of its own that grows. Null is a breath: more of the file was
   * looked at and nothing of it is wanted; the run then looks whether it was cancelled, and saves where it stands.
   */
  rows: AsyncGenerator<Row | null>;
  position: () => ReaderPosition;
};

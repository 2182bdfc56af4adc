import type { DoorRow, RejectReason } from "@cml/domain/map";

/** One row of a file: the door it describes, or why it describes none. */
export type ReadRow = { row: number; cells: Record<string, string> } & ({ door: DoorRow } | { reason: RejectReason; detail: string });

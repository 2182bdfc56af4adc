import type { LocationHistoryAction } from "@cml/domain/map";
import type { PoolClient } from "pg";
import { copyCells } from "./copy";

/** Who and what writes a chunk; every row carries it. */
export type WriteMark = {
  importId: string;
  userId: string | null;
  source: string;
  at: Date;
  newId: () => string;
  action: Extract<LocationHistoryAction, "IMPORTED_CSV" | "IMPORTED_NAR" | "IMPORT_UNDONE">;
};

export type HistoryLine = {
  locationId: string;
  field: string | null;
  oldValue: string | null;
  newValue: string | null;
  /** Row of the file; and the door, where the field is a door's. */
  metadata: { row: number; addressId?: string };
};

const columns = ["id", "locationId", "userId", "action", "field", "oldValue", "newValue", "metadata", "createdAt", "importRunId"] as const;

export const copyHistory = (client: PoolClient, mark: WriteMark, lines: readonly HistoryLine[]): Promise<void> => {
  const { userId, action, importId } = mark;
  const at = mark.at.toISOString();
  return copyCells(client, { table: "LocationHistory", columns }, {
    rows: lines,
    cellsOf: ({ locationId, field, oldValue, newValue, metadata }) => {
      const about = metadata.addressId === undefined ? `{"row":${metadata.row}}` : JSON.stringify(metadata);
      return [mark.newId(), locationId, userId, action, field, oldValue, newValue, about, at, importId];
    },
  }); // prettier-ignore
};

import type { LocationHistoryAction } from "@cml/domain/map";
import type { PoolClient } from "pg";
import { copyRows } from "./copy";

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
  const { userId, action, at, importId } = mark;
  const rows = lines.map(({ locationId, field, oldValue, newValue, metadata }) => ({
    id: mark.newId(),
    locationId,
    userId,
    action,
    field,
    oldValue,
    newValue,
    metadata: metadata.addressId === undefined ? `{"row":${metadata.row}}` : JSON.stringify(metadata),
    createdAt: at,
    importRunId: importId,
  }));
  return copyRows(client, { table: "LocationHistory", columns }, rows);
};

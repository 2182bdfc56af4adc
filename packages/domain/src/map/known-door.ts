import type { DoorField } from "./field-rules";
import type { DoorRow } from "./import-row";

export type KnownBuilding = {
  locationId: string;
  searchKey: string;
  locGuid: string | null;
  latitude: number;
  longitude: number;
};

/** A door the database, or an earlier row of the same chunk, already has. */
export type KnownDoor = DoorRow & {
  addressId: string;
  locationId: string;
  source: string | null;
  /** Of the row an import last took for it (`rowMarkOf`). */
  mark: number | null;
  /** Marks of further rows of this door in a file that already held one: they are not taken, now or when the file comes again. */
  refusedMarks: readonly number[];
  /** An earlier row of this run was about it. */
  isTouched: boolean;
  /** A comparison keeps of the doors it would have written no more than where they stand and what they are called. */
  isOutline?: boolean;
};

export type FieldChange = { field: DoorField; from: string | number | null; to: string | number };

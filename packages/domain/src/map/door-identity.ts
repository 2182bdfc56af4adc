import { distanceM } from "../kernel/geo";
import type { DoorRow, RejectReason } from "./import-row";

/** Two rows that read the same and have no ids are one door when they stand within this distance. */
export const sameDoorWithinM = 30;

/** A door the database, or an earlier row of the same chunk, already has. */
export type KnownDoor = DoorRow & { addressId: string; locationId: string; source: string | null };

/** What one row comes to. `unit` adds a unit to a building that stands; `change` names the fields that differ. */
export type RowOutcome =
  | { kind: "building"; row: number; door: DoorRow; locationId: string; addressId: string }
  | { kind: "unit"; row: number; door: DoorRow; locationId: string; addressId: string }
  | { kind: "change"; row: number; door: DoorRow; known: KnownDoor; changes: FieldChange[] }
  | { kind: "same"; row: number; addressId: string }
  | { kind: "reject"; row: number; reason: RejectReason; detail: string };

export const locationFields = [
  "address", "latitude", "longitude", "civicNumber", "civicSuffix", "streetName", "streetType", "streetDirection",
  "municipality", "province", "postalCode", "federalDistrict", "censusSubdivision", "buildingUse", "locGuid", "searchKey",
] as const satisfies readonly (keyof DoorRow)[]; // prettier-ignore
export const addressFields = ["externalId", "addrGuid"] as const satisfies readonly (keyof DoorRow)[];
export type DoorField = (typeof locationFields)[number] | (typeof addressFields)[number];
export type FieldChange = { field: DoorField; from: string | number | null; to: string | number };

export type ResolveOptions = { source: string; newId: () => string; touched: Set<string> };

/**
 * Decides for each row of a chunk whether it is a new door, a known one or nothing we can take. Same door: by `addrGuid`, else by
 * the source's own id, else by search key and unit within 30 m, unless both carry ids that differ. A blank cell never empties a field.
 * `touched` holds the doors earlier rows of this run were about: the first row of a door wins, so the same file changes nothing twice.
 */
export const resolveDoors = (
  rows: readonly { row: number; door: DoorRow }[],
  known: readonly KnownDoor[],
  options: ResolveOptions,
): RowOutcome[] => {
  const index = new DoorIndex(known, options.source);
  return rows.map(({ row, door }) => {
    const match = index.find(door);
    if (match === "idOfAnotherDoor") return { kind: "reject", row, reason: match, detail: door.externalId ?? "" };
    if (match === null) return addDoor({ row, door }, index, options);
    const changes = changesOf(match, door, options.source);
    if (changes.length === 0) {
      options.touched.add(match.addressId);
      return { kind: "same", row, addressId: match.addressId };
    }
    if (options.touched.has(match.addressId)) return { kind: "reject", row, reason: "duplicateInFile", detail: match.address };
    options.touched.add(match.addressId);
    const before = { ...match };
    index.update(match, changes);
    return { kind: "change", row, door, known: before, changes };
  });
};

const addDoor = (
  { row, door }: { row: number; door: DoorRow },
  index: DoorIndex,
  { newId, source, touched }: ResolveOptions,
): RowOutcome => {
  const building = door.unitNumber === null ? null : index.buildingOf(door);
  const locationId = building ?? newId();
  const addressId = newId();
  touched.add(addressId);
  index.add({ ...door, addressId, locationId, source });
  return { kind: building === null ? "building" : "unit", row, door, locationId, addressId };
};

const changesOf = (known: KnownDoor, door: DoorRow, source: string): FieldChange[] =>
  [...locationFields, ...addressFields].flatMap((field) => {
    const to = door[field];
    // An id means something only within its source.
    if (field === "externalId" && known.source !== source) return [];
    return to === null || to === known[field] ? [] : [{ field, from: known[field], to }];
  });

/** Ids of one source numbered anew, or two sources under one name, would move doors across town: beyond this it is not the same door. */
const sameIdWithinM = 2_000;

class DoorIndex {
  readonly #byGuid = new Map<string, KnownDoor>();
  readonly #byExternalId = new Map<string, KnownDoor>();
  readonly #byKey = new Map<string, KnownDoor[]>();
  readonly #source: string;

  constructor(known: readonly KnownDoor[], source: string) {
    this.#source = source;
    for (const door of known) this.add(door);
  }

  add(door: KnownDoor): void {
    if (door.addrGuid !== null) this.#byGuid.set(door.addrGuid, door);
    if (door.externalId !== null && door.source === this.#source) this.#byExternalId.set(door.externalId, door);
    const same = this.#byKey.get(door.searchKey);
    if (same === undefined) this.#byKey.set(door.searchKey, [door]);
    else same.push(door);
  }

  update(door: KnownDoor, changes: FieldChange[]): void {
    this.#byKey.set(
      door.searchKey,
      (this.#byKey.get(door.searchKey) ?? []).filter((other) => other !== door),
    );
    Object.assign(door, Object.fromEntries(changes.map(({ field, to }) => [field, to])));
    this.add(door);
  }

  find(door: DoorRow): KnownDoor | "idOfAnotherDoor" | null {
    const byGuid = door.addrGuid === null ? undefined : this.#byGuid.get(door.addrGuid);
    if (byGuid !== undefined) return byGuid;
    const byId = door.externalId === null ? undefined : this.#byExternalId.get(door.externalId);
    if (byId !== undefined) {
      const sameSpot = byId.searchKey === door.searchKey || distanceM(byId, door) <= sameIdWithinM;
      return sameSpot ? byId : "idOfAnotherDoor";
    }
    return this.#near(door).find((other) => other.unitNumber === door.unitNumber && !idsDiffer(other, door, this.#source)) ?? null;
  }

  buildingOf(door: DoorRow): string | null {
    return this.#near(door)[0]?.locationId ?? null;
  }

  #near(door: DoorRow): KnownDoor[] {
    return (this.#byKey.get(door.searchKey) ?? []).filter((other) => distanceM(other, door) <= sameDoorWithinM);
  }
}

const idsDiffer = (known: KnownDoor, door: DoorRow, source: string): boolean =>
  (known.addrGuid !== null && door.addrGuid !== null && known.addrGuid !== door.addrGuid) ||
  (known.source === source && known.externalId !== null && door.externalId !== null && known.externalId !== door.externalId);

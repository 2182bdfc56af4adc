import { DoorIndex } from "./door-index";
import { doorFields, type FieldRule, type HandMade, isHandMade, ruleOf } from "./field-rules";
import type { DoorRow, RejectReason } from "./import-row";
import type { FieldChange, KnownBuilding, KnownDoor } from "./known-door";
import { lostValues, rowMarkOf } from "./row-mark";

type Taken = { row: number; door: DoorRow; locationId: string; addressId: string; mark: number };

/**
 * What one row comes to. `unit` adds a unit to a building that stands; `change` names the fields that differ, none when another row
 * already changed the building; `kept` counts fields that stay because people recorded them; a `mark` is to be remembered, and so is
 * that of an `other` row of a door that adds nothing to the first.
 */
export type RowOutcome =
  | ({ kind: "building" } & Taken)
  | ({ kind: "unit" } & Taken)
  | { kind: "change"; row: number; door: DoorRow; known: KnownDoor; changes: FieldChange[]; mark: number; kept: number }
  | { kind: "same"; row: number; addressId: string; mark: number | null; other: number | null; kept: number }
  | { kind: "reject"; row: number; reason: RejectReason; detail: string; refused: { addressId: string; mark: number } | null };

export type ResolveOptions = {
  source: string;
  newId: () => string;
  /** By building. */
  handMade?: ReadonlyMap<string, HandMade>;
  /** What people recorded and the file may overwrite all the same. */
  overwrite?: readonly FieldRule[];
};
export type Known = { doors: readonly KnownDoor[]; buildings: readonly KnownBuilding[] };

/**
 * Decides for each row of a chunk whether it is a new door, a known one or nothing we can take. Same door: by `addrGuid`, else by
 * the source's own id, else by search key and unit within 30 m, unless both carry ids that differ. A blank cell never empties a field,
 * and what people recorded stays. The first row of a door wins: a later one that says otherwise is refused, now and when the file
 * comes again, so that the same rows change nothing twice.
 */
export const resolveDoors = (rows: readonly { row: number; door: DoorRow }[], known: Known, options: ResolveOptions): RowOutcome[] => {
  const index = new DoorIndex(known, options.source);
  return rows.map((row) => resolveRow(row, index, options));
};

const resolveRow = ({ row, door }: { row: number; door: DoorRow }, index: DoorIndex, options: ResolveOptions): RowOutcome => {
  const mark = rowMarkOf(door);
  const match = index.find(door, mark);
  if (match === "idOfAnotherDoor") return { kind: "reject", row, reason: match, detail: door.externalId ?? "", refused: null };
  if (match === null) return addDoor({ row, door, mark }, index, options);
  const isSame = match.mark === mark;
  if (match.isOutline === true) {
    const isNothingNew = isSame || (match.mark !== null && lostValues(match.mark, mark));
    return isNothingNew ? sameAs(row, match, {}) : duplicate(row, match, null);
  }
  const { changes, kept } = compare(match, door, { index, options, isSame });
  if (!isSame && match.refusedMarks.includes(mark))
    return changes.length === 0 ? sameAs(row, match, { kept }) : duplicate(row, match, null);
  const isEdited = !isSame && match.mark !== null && kept === 0 && !lostValues(match.mark, mark);
  if (changes.length === 0 && isSame) {
    match.isTouched = true;
    return sameAs(row, match, { kept });
  }
  if (changes.length === 0 && match.isTouched) return sameAs(row, match, { kept, other: mark });
  if (changes.length === 0 && !isEdited) {
    match.isTouched = true;
    match.mark = mark;
    return sameAs(row, match, { kept, mark });
  }
  if (match.isTouched) return duplicate(row, match, { addressId: match.addressId, mark });
  const before = { ...match };
  match.isTouched = true;
  match.mark = mark;
  index.update(match, changes);
  return { kind: "change", row, door, known: before, changes, mark, kept };
};

type SameAs = { mark?: number; other?: number; kept?: number };

const sameAs = (row: number, { addressId }: KnownDoor, { mark, other, kept = 0 }: SameAs): RowOutcome => ({
  kind: "same",
  row,
  addressId,
  mark: mark ?? null,
  other: other ?? null,
  kept,
});

type Refused = Extract<RowOutcome, { kind: "reject" }>["refused"];

const duplicate = (row: number, { address }: KnownDoor, refused: Refused): RowOutcome => ({
  kind: "reject",
  row,
  reason: "duplicateInFile",
  detail: address,
  refused,
});

const addDoor = (
  { row, door, mark }: { row: number; door: DoorRow; mark: number },
  index: DoorIndex,
  { newId, source }: ResolveOptions,
): RowOutcome => {
  const building = index.buildingOf(door);
  const isTaken = building === null && door.locGuid !== null && index.isRegisteredElsewhere(door.locGuid, null);
  const kept = isTaken ? { ...door, locGuid: null } : door;
  const locationId = building ?? newId();
  const addressId = newId();
  index.add(madeOf(kept, { addressId, locationId, source, mark }));
  return { kind: building === null ? "building" : "unit", row, door: kept, locationId, addressId, mark };
};

const none: readonly number[] = [];

// One literal with every field in its place: a copy with fields added costs as much memory as all else about a row.
const madeOf = (door: DoorRow, made: Pick<KnownDoor, "addressId" | "locationId" | "source" | "mark">): KnownDoor => ({
  address: door.address, civicNumber: door.civicNumber, civicSuffix: door.civicSuffix, streetName: door.streetName, streetType: door.streetType,
  streetDirection: door.streetDirection, municipality: door.municipality, municipalityFr: door.municipalityFr, province: door.province,
  postalCode: door.postalCode, unitNumber: door.unitNumber, latitude: door.latitude, longitude: door.longitude, searchKey: door.searchKey,
  externalId: door.externalId, addrGuid: door.addrGuid, locGuid: door.locGuid, buildingUse: door.buildingUse,
  federalDistrict: door.federalDistrict, censusSubdivision: door.censusSubdivision, geocodeConfidence: door.geocodeConfidence,
  geocodeProvider: door.geocodeProvider,
  addressId: made.addressId, locationId: made.locationId, source: made.source, mark: made.mark, refusedMarks: none, isTouched: true,
}); // prettier-ignore

type Comparison = { index: DoorIndex; options: ResolveOptions; isSame: boolean };

const compare = (
  known: KnownDoor,
  door: DoorRow,
  { index, options: { source, handMade, overwrite = [] }, isSame }: Comparison,
): { changes: FieldChange[]; kept: number } => {
  // A row that says what it said last time has nothing new, except where it may now overwrite what people made of it.
  if (isSame && overwrite.length === 0) return { changes: [], kept: 0 };
  const hand = handMade?.get(known.locationId);
  let kept = 0;
  const changes: FieldChange[] = [];
  for (const field of doorFields) {
    const to = door[field];
    if (to === null || to === known[field]) continue;
    // An id means something only within its source, and a key of the register stands once.
    if (field === "externalId" && known.source !== source) continue;
    if (field === "locGuid" && index.isRegisteredElsewhere(String(to), known.locationId)) continue;
    const rule = ruleOf(field);
    const isProtected = isHandMade(hand, field, known[field]);
    if (isProtected && (rule === null || !overwrite.includes(rule))) kept += 1;
    else if (isProtected || !isSame) changes.push({ field, from: known[field], to });
  }
  return { changes, kept };
};

import type { RawClient } from "@cml/db";
import {
  type DoorMark,
  findComparedDoors,
  findDoorMarks,
  findHandMade,
  findKnownBuildings,
  findKnownDoors,
  findMergedDoors,
  type StoredImport,
} from "@cml/db/map";
import { type DoorRow, type KnownBuilding, type KnownDoor, resolveDoors, rowMarkOf, type RowOutcome } from "@cml/domain/map";

export type DoorAt = { row: number; door: DoorRow };
type Settling = { run: StoredImport; newId: () => string };
/** `met` are doors that were left as they are: what the file says of them further down is said a second time. */
export type Settled = { outcomes: RowOutcome[]; met: string[] };

/**
 * Decides what each row of a chunk comes to. Rows that say what they said last time are settled by their mark alone; only the others
 * are looked up whole. A row of a door that was merged into another has nothing to say: what stands was decided by whoever merged them.
 */
export const settleRows = async (client: RawClient, rows: readonly DoorAt[], { run, newId }: Settling): Promise<Settled> => {
  const { source, overwrite } = run.options;
  const doors = rows.map(({ door }) => door);
  const marks = await findDoorMarks(client, { doors, source });
  const outlines = run.isComparison ? await findComparedDoors(client, doors, source) : [];
  const stored = rows.map(({ door }) => storedOf(door, marks));
  const unclear = new Set([...outlines.map(({ addressId }) => addressId), ...twice(stored)]);
  const mergedInto = await findMergedDoors(client, doors.filter((_door, index) => stored[index] === undefined), source); // prettier-ignore
  const merged: RowOutcome[] = [];
  const same: RowOutcome[] = [];
  const open: DoorAt[] = [];
  const addressIds = new Set<string>();
  const strangers: DoorRow[] = [];
  rows.forEach((at, index) => {
    const known = stored[index];
    const winner = known === undefined ? mergedInto(at.door) : null;
    if (winner !== null) {
      merged.push({ kind: "same", row: at.row, addressId: winner, mark: null, other: null, kept: 0 });
      return;
    }
    if (known === undefined) strangers.push(at.door);
    else if (overwrite.length === 0 && !unclear.has(known.addressId) && known.mark === rowMarkOf(at.door)) {
      same.push({ kind: "same", row: at.row, addressId: known.addressId, mark: null, other: null, kept: 0 });
      return;
    } else addressIds.add(known.addressId);
    open.push(at);
  });
  if (open.length === 0) return { outcomes: [...merged, ...same], met: metIn(same) };
  const known = await findKnown(client, { run, open, strangers, addressIds: [...addressIds], outlines });
  const handMade =
    known.doors.length === 0 ? undefined : await findHandMade(client, [...new Set(known.doors.map(({ locationId }) => locationId))]);
  const resolved = resolveDoors(open, known, { source, newId, overwrite, ...(handMade === undefined ? {} : { handMade }) });
  return { outcomes: [...merged, ...same, ...resolved], met: metIn([...same, ...resolved]) };
};

/** Where a mark is remembered the door itself says which run it met. */
const metIn = (outcomes: readonly RowOutcome[]): string[] =>
  outcomes.flatMap((one) => (one.kind === "same" && one.mark === null ? [one.addressId] : []));

type Marks = Awaited<ReturnType<typeof findDoorMarks>>;

const storedOf = ({ addrGuid, externalId }: DoorRow, { byGuid, byExternalId }: Marks): DoorMark | undefined =>
  addrGuid === null ? (externalId === null ? undefined : byExternalId.get(externalId)) : byGuid.get(addrGuid);

/** Doors two rows of the chunk are about: which came first decides. */
const twice = (stored: readonly (DoorMark | undefined)[]): string[] => {
  const seen = new Set<string>();
  return stored.flatMap((known) => {
    if (known === undefined) return [];
    if (seen.has(known.addressId)) return [known.addressId];
    seen.add(known.addressId);
    return [];
  });
};

type Open = {
  run: StoredImport;
  open: readonly DoorAt[];
  strangers: readonly DoorRow[];
  addressIds: string[];
  outlines: readonly KnownDoor[];
};

const findKnown = async (
  client: RawClient,
  { run, open, strangers, addressIds, outlines }: Open,
): Promise<{ doors: KnownDoor[]; buildings: KnownBuilding[] }> => {
  const searchKeys = [...new Set(strangers.map(({ searchKey }) => searchKey))];
  const locGuids = [...new Set(open.flatMap(({ door }) => door.locGuid ?? []))];
  const buildings = await findKnownBuildings(client, { searchKeys, locGuids });
  const byKey = new Map<string, KnownBuilding[]>();
  for (const building of buildings) byKey.set(building.searchKey, [...(byKey.get(building.searchKey) ?? []), building]);
  const units = strangers.flatMap(({ searchKey, unitNumber }) =>
    (byKey.get(searchKey) ?? []).map(({ locationId }) => ({ locationId, unitNumber })),
  );
  const isAny = addressIds.length + units.length > 0;
  const doors = isAny ? await findKnownDoors(client, { runId: run.id, addressIds, units }) : [];
  const outlined = new Set(outlines.map(({ addressId }) => addressId));
  return { doors: [...doors.filter(({ addressId }) => !outlined.has(addressId)), ...outlines], buildings };
};

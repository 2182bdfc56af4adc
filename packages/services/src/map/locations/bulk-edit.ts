import type { Db } from "@cml/db";
import {
  clearSupport, type EditableLocation, type EditMark, insertHistory, listBulkHistory, type LocationChange, lockLocations, type NewHistory, restoreSupport,
  type StoredBulk, updateLocationRows,
} from "@cml/db/map"; // prettier-ignore
import { type BulkChanges, provinceOf, searchKeyOf, type Street, streetOf } from "@cml/domain/map";
import { changedOnly, historyOf } from "./field-history";

type Chunk = { bulk: StoredBulk; ids: readonly string[]; mark: EditMark; newId: () => string };

/** Writes the changes onto one chunk of buildings; gives how many became others. */
export const editChunk = async (db: Db, { bulk, ids, mark, newId }: Chunk): Promise<number> => {
  const { clearSupport: takesSupport = false, ...fields } = bulk.changes;
  const metadata = { bulkId: bulk.id };
  const changed = new Set<string>();
  const history: NewHistory[] = [];
  const writes: Write[] = [];
  for (const location of await lockLocations(db, ids, "all")) {
    const change = changedOnly(location, withProvince(fields));
    if (Object.keys(change).length === 0) continue;
    writes.push({ location, change });
    history.push(...historyOf(location, change, { newId, locationId: location.id, metadata }));
    changed.add(location.id);
  }
  await writeChanges(db, writes, mark);
  for (const { table, id, locationId, addressId, unit, level, declined } of takesSupport ? await clearSupport(db, ids, mark) : []) {
    const about = { ...metadata, addressId, table, person: id, ...(unit === null ? {} : { unit }) };
    const oldValue = declined ? "declined" : `LEVEL_${level ?? ""}`;
    history.push({ id: newId(), locationId, action: "UPDATED", field: "unit.supportLevel", oldValue, newValue: null, metadata: about });
    changed.add(locationId);
  }
  await insertHistory(db, history, mark);
  return changed.size;
};

/** Puts one chunk back where nobody changed the field since. */
export const undoEditChunk = async (db: Db, { bulk, ids, mark, newId }: Chunk): Promise<void> => {
  const written = await listBulkHistory(db, bulk.id, ids);
  const history: NewHistory[] = [];
  const writes: Write[] = [];
  for (const location of await lockLocations(db, ids, "all")) {
    const before = written.filter(({ locationId, field }) => locationId === location.id && field !== "unit.supportLevel");
    const change = Object.fromEntries(
      before.flatMap(({ field, oldValue, newValue }) => {
        const now = (location as Record<string, unknown>)[field ?? ""];
        return now === undefined || text(now) !== newValue ? [] : [[field, field === "buildingUse" ? number(oldValue) : oldValue]];
      }),
    ) as LocationChange;
    if (Object.keys(change).length === 0) continue;
    writes.push({ location, change });
    history.push(
      ...historyOf(location, change as Record<string, string | number | null>, {
        newId,
        locationId: location.id,
        metadata: { undoes: bulk.id },
      }),
    );
  }
  await writeChanges(db, writes, mark);
  const support = written.filter(({ field }) => field === "unit.supportLevel");
  await restoreSupport(
    db,
    support.map(({ oldValue, metadata }) => ({
      table: metadata["table"] === "Resident" ? "Resident" : "Address",
      id: metadata["person"] ?? "",
      level: oldValue === "declined" ? null : (oldValue?.replace("LEVEL_", "") ?? null),
      declined: oldValue === "declined",
    })),
    mark,
  );
  await insertHistory(db, history, mark);
};

const text = (value: unknown): string | null => (typeof value === "string" || typeof value === "number" ? String(value) : null);
const number = (value: string | null): number | null => (value === null ? null : Number(value));

const withProvince = (fields: BulkChanges): BulkChanges =>
  fields.province === undefined || fields.province === null
    ? fields
    : { ...fields, province: provinceOf(fields.province) ?? fields.province };

type Write = { location: EditableLocation; change: LocationChange };

/** Buildings that become the same in everything are written together. */
const writeChanges = async (db: Db, writes: readonly Write[], mark: EditMark): Promise<void> => {
  const groups = new Map<string, { ids: string[]; change: LocationChange; street: Street | null }>();
  for (const write of writes) {
    const whole = wholeChange(write);
    const key = JSON.stringify(whole);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { ids: [write.location.id], ...whole });
    else group.ids.push(write.location.id);
  }
  for (const group of groups.values()) await updateLocationRows(db, { ...group, mark });
};

/** A building in another town has other keys. */
const wholeChange = ({ location, change }: Write): { change: LocationChange; street: Street | null } => {
  if (change.municipality === undefined && change.province === undefined) return { change, street: null };
  const after = { ...location, ...change, streetName: location.streetName ?? "" };
  const keys = { searchKey: searchKeyOf(after), ...(change.municipality === undefined ? {} : { municipalityFr: null }) };
  return { change: { ...change, ...keys }, street: streetOf({ ...after, ...keys }) };
};

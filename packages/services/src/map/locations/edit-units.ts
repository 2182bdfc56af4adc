import { transaction } from "@cml/db";
import {
  countVisitsOfUnit, deleteUnit, emptyTrash, insertHistory, insertUnits, listCutIdsAt, listResidents, listUnits, lockTrash, lockUnit, type NewHistory, recountCutsIn,
  recountUnitsIn, restoreTrash, trashUnit, updateLocationRows, updateResidentRow, updateUnitRow,
} from "@cml/db/map"; // prettier-ignore
import { type Actor, AppError } from "@cml/domain/kernel";
import { type AddUnitsInput, type LocationDetail, readUnitList, tidyUnit, type UpdateUnitInput } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { mapScopeOf } from "../require-map-scope";
import { lockLocation, markOf, requireUnchanged } from "./edit-context";
import { changedOnly, historyOf } from "./field-history";
import { readLocation } from "./get-location";

/**
 * Adds the units of a line (`101–112, PH1`) a building does not have yet. The door that stood for the whole house goes when nothing is
 * known of it. Throws INVALID for a line that cannot be read.
 */
export const addUnits = (deps: Deps, actor: Actor, input: AddUnitsInput): Promise<LocationDetail> =>
  transaction(deps.db, async (db) => {
    const list = readUnitList(input.units);
    if ("problem" in list) throw new AppError("INVALID", `map.units.${list.problem}`, { text: list.text });
    const location = await lockLocation(db, actor, { id: input.locationId });
    const standing = await listUnits(db, location.id);
    const known = new Set(standing.map(({ unitNumber }) => unitNumber));
    const units = list.units.filter((unit) => !known.has(unit)).map((unitNumber) => ({ id: deps.newId(), unitNumber }));
    if (units.length === 0) return readLocation(db, actor, location.id);
    const mark = markOf(deps, actor, location);
    await insertUnits(db, { locationId: location.id, units, mark });
    const whole = standing.find(({ unitNumber, isBlank }) => unitNumber === null && isBlank);
    if (whole !== undefined) await deleteUnit(db, whole.id);
    await recountUnitsIn(db, [location.id]);
    const change = location.buildingType === "SINGLE_FAMILY" ? { buildingType: "MULTI_UNIT" as const } : {};
    await updateLocationRows(db, { ids: [location.id], change, street: null, mark });
    const about = { newId: deps.newId, locationId: location.id };
    await insertHistory(db, [...historyOf({}, { units: input.units }, about), ...historyOf(location, change, about)], mark);
    await recountCutsIn(db, await listCutIdsAt(db, [location.id]));
    return readLocation(db, actor, location.id);
  });

/** Changes what is given of a door; its primary resident, where it has one on record, follows. Throws CONFLICT, NOT_FOUND. */
export const updateUnit = (deps: Deps, actor: Actor, input: UpdateUnitInput): Promise<LocationDetail> =>
  transaction(deps.db, async (db) => {
    const unit = await heldUnit(db, actor, input.id);
    requireUnchanged(unit, input.updatedAt);
    const { id, updatedAt: _seen, ...given } = input;
    const named = given.unitNumber === undefined || given.unitNumber === null ? {} : { unitNumber: tidyUnit(given.unitNumber) };
    const change = changedOnly(unit, settled({ ...given, ...named }));
    if (change.unitNumber !== undefined) await requireFreeName(db, unit.locationId, change.unitNumber);
    if (Object.keys(change).length > 0) {
      const mark = markOf(deps, actor, unit);
      await updateUnitRow(db, id, { change, mark });
      const primary = (await listResidents(db, id)).find(({ isPrimary }) => isPrimary);
      const { unitNumber: _name, sign: _sign, signSize: _size, ...person } = change;
      if (primary !== undefined && Object.keys(person).length > 0) await updateResidentRow(db, primary.id, { change: person, mark });
      const metadata = { addressId: id, ...(unit.unitNumber === null ? {} : { unit: unit.unitNumber }) };
      await insertHistory(db, historyOf(unit, change, { newId: deps.newId, locationId: unit.locationId, of: "unit.", metadata }), mark);
    }
    return readLocation(db, actor, unit.locationId);
  });

/** Takes a door away for thirty days. One with visits stays (CONFLICT), and so does a building's last. */
export const removeUnit = (deps: Deps, actor: Actor, { id }: { id: string }): Promise<LocationDetail> =>
  transaction(deps.db, async (db) => {
    const { locationId, unitNumber } = await heldUnit(db, actor, id);
    const location = await lockLocation(db, actor, { id: locationId });
    if ((await countVisitsOfUnit(db, id)) > 0) throw new AppError("CONFLICT", "map.units.hasVisits");
    if ((await listUnits(db, locationId)).length === 1) throw new AppError("CONFLICT", "map.units.last");
    const mark = markOf(deps, actor, location);
    await trashUnit(db, id, {
      id: deps.newId(),
      kind: "Address",
      entityId: id,
      label: unitNumber ?? location.address,
      userId: mark.userId,
      now: mark.at,
    });
    await recountUnitsIn(db, [locationId]);
    const metadata: NewHistory["metadata"] = unitNumber === null ? {} : { unit: unitNumber };
    const entry = {
      id: deps.newId(),
      locationId,
      action: "UPDATED" as const,
      field: "unit.removed",
      oldValue: unitNumber,
      newValue: null,
      metadata,
    };
    await insertHistory(db, [entry], mark);
    await recountCutsIn(db, await listCutIdsAt(db, [locationId]));
    return readLocation(db, actor, locationId);
  });

/** Brings a removed door back with its people. Throws NOT_FOUND when its time is over or its building is gone. */
export const restoreUnit = (deps: Deps, actor: Actor, { id, locationId }: { id: string; locationId: string }): Promise<LocationDetail> =>
  transaction(deps.db, async (db) => {
    const location = await lockLocation(db, actor, { id: locationId });
    const mark = markOf(deps, actor, location);
    const [trashId] = await lockTrash(db, { kind: "Address", entityId: id, now: mark.at });
    if (trashId === undefined) throw new AppError("NOT_FOUND", "map.location.notFound");
    await restoreTrash(db, trashId);
    const unit = await lockUnit(db, id, mapScopeOf(actor, "location.edit"));
    if (unit === null || unit.locationId !== locationId) throw new AppError("NOT_FOUND", "map.location.notFound");
    await emptyTrash(db, trashId, mark.at);
    await recountUnitsIn(db, [locationId]);
    const metadata: NewHistory["metadata"] = unit.unitNumber === null ? {} : { unit: unit.unitNumber };
    const entry = {
      id: deps.newId(),
      locationId,
      action: "UPDATED" as const,
      field: "unit.restored",
      oldValue: null,
      newValue: unit.unitNumber,
      metadata,
    };
    await insertHistory(db, [entry], mark);
    await recountCutsIn(db, await listCutIdsAt(db, [locationId]));
    return readLocation(db, actor, locationId);
  });

type Database = Parameters<typeof lockUnit>[0];

const heldUnit = async (db: Database, actor: Actor, id: string) => {
  const unit = await lockUnit(db, id, mapScopeOf(actor, "location.edit"));
  if (unit === null) throw new AppError("NOT_FOUND", "map.location.notFound");
  return unit;
};

const requireFreeName = async (db: Database, locationId: string, unitNumber: string | null): Promise<void> => {
  const taken = (await listUnits(db, locationId)).some((unit) => unit.unitNumber === unitNumber);
  if (taken) throw new AppError("CONFLICT", "map.units.nameTaken", { unit: unitNumber ?? "" });
};

/** Whoever would not say has no level; a level is an answer. */
export const settled = <T extends { supportLevel?: unknown; supportDeclined?: boolean | undefined }>(given: T): T =>
  given.supportDeclined === true
    ? { ...given, supportLevel: null }
    : given.supportLevel !== undefined && given.supportLevel !== null
      ? { ...given, supportDeclined: false }
      : given;

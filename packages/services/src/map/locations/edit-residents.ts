import { type Db, transaction } from "@cml/db";
import {
  clearPrimary, type EditableResident, type EditableUnit, type EditMark, emptyTrash, findResident, insertHistory, insertResident, listResidents, lockTrash, lockUnit,
  type PersonFields, restoreTrash, trashResident, updateResidentRow, updateUnitRow,
} from "@cml/db/map"; // prettier-ignore
import { type Actor, AppError } from "@cml/domain/kernel";
import type { AddResidentInput, LocationDetail, UpdateResidentInput } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { mapScopeOf } from "../require-map-scope";
import { markOf, requireUnchanged } from "./edit-context";
import { settled } from "./edit-units";
import { changedOnly, historyOf } from "./field-history";
import { maySeePeople, readLocation } from "./get-location";

/** Adds a person to a door. The first one, or one said to be primary, is who the door names. Throws NOT_FOUND, FORBIDDEN. */
export const addResident = (deps: Deps, actor: Actor, input: AddResidentInput): Promise<LocationDetail> =>
  transaction(deps.db, async (db) => {
    const unit = await heldUnit(db, actor, input.addressId);
    const mark = markOf(deps, actor, unit);
    await recordDoorsPerson(db, deps, { unit, mark });
    const isPrimary = input.isPrimary || (await listResidents(db, unit.id)).length === 0;
    if (isPrimary) await clearPrimary(db, unit.id);
    const { isPrimary: _wanted, ...given } = settled(input);
    const person = { ...nobody, language: null, ...definedOf(given), id: deps.newId(), addressId: unit.id, isPrimary };
    await insertResident(db, person, mark);
    if (isPrimary) await mirror(db, person, mark);
    await note(db, deps, { unit, field: "resident.added", mark });
    return readLocation(db, actor, unit.locationId);
  });

/** Changes what is given of a person; a new primary one is who the door names from now on. Throws NOT_FOUND, CONFLICT. */
export const updateResident = (deps: Deps, actor: Actor, input: UpdateResidentInput): Promise<LocationDetail> =>
  transaction(deps.db, async (db) => {
    const { resident, unit } = await heldResident(db, actor, input.id);
    requireUnchanged(resident, input.updatedAt);
    const { id, updatedAt: _seen, ...given } = input;
    const change = changedOnly(resident, settled(given));
    // There is always one the door names: it stops being so when another becomes it.
    if (change.isPrimary === false) delete change.isPrimary;
    if (Object.keys(change).length > 0) {
      const mark = markOf(deps, actor, resident);
      if (change.isPrimary === true) await clearPrimary(db, unit.id);
      await updateResidentRow(db, id, { change, mark });
      const after = { ...resident, ...change };
      if (after.isPrimary) await mirror(db, after, mark);
      const metadata = { addressId: unit.id, residentId: id, ...(unit.unitNumber === null ? {} : { unit: unit.unitNumber }) };
      await insertHistory(
        db,
        historyOf(resident, change, { newId: deps.newId, locationId: unit.locationId, of: "resident.", metadata }),
        mark,
      );
    }
    return readLocation(db, actor, unit.locationId);
  });

/** Takes a person off a door for thirty days; the next one becomes its primary. */
export const removeResident = (deps: Deps, actor: Actor, { id }: { id: string }): Promise<LocationDetail> =>
  transaction(deps.db, async (db) => {
    const { resident, unit } = await heldResident(db, actor, id);
    const mark = markOf(deps, actor, unit);
    await trashResident(db, id, {
      id: deps.newId(),
      kind: "Resident",
      entityId: id,
      label: unit.unitNumber ?? "",
      userId: mark.userId,
      now: mark.at,
    });
    if (resident.isPrimary) {
      const [next] = await listResidents(db, unit.id);
      if (next !== undefined) await updateResidentRow(db, next.id, { change: { isPrimary: true }, mark });
      await mirror(db, next ?? { ...nobody, addressId: unit.id }, mark);
    }
    await note(db, deps, { unit, field: "resident.removed", mark });
    return readLocation(db, actor, unit.locationId);
  });

/** Brings a removed person back. Throws NOT_FOUND when the time is over or the door is gone. */
export const restoreResident = (deps: Deps, actor: Actor, { id }: { id: string }): Promise<LocationDetail> =>
  transaction(deps.db, async (db) => {
    const [trashId] = await lockTrash(db, { kind: "Resident", entityId: id, now: deps.clock.now() });
    if (trashId === undefined) throw new AppError("NOT_FOUND", "map.location.notFound");
    await restoreTrash(db, trashId);
    const { resident, unit } = await heldResident(db, actor, id);
    const mark = markOf(deps, actor, unit);
    await emptyTrash(db, trashId, mark.at);
    if (resident.isPrimary) {
      await clearPrimary(db, unit.id);
      await updateResidentRow(db, id, { change: { isPrimary: true }, mark });
      await mirror(db, resident, mark);
    }
    await note(db, deps, { unit, field: "resident.restored", mark });
    return readLocation(db, actor, unit.locationId);
  });

const nobody: PersonFields = {
  firstName: null, lastName: null, email: null, phone: null, supportLevel: null, supportDeclined: false, notes: null, doNotContact: false,
}; // prettier-ignore

const definedOf = <T extends object>(given: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> };

const personOf = ({ firstName, lastName, email, phone, supportLevel, supportDeclined, notes, doNotContact }: PersonFields): PersonFields => ({
  firstName, lastName, email, phone, supportLevel, supportDeclined, notes, doNotContact,
}); // prettier-ignore

/** The door names its primary resident. */
const mirror = (db: Db, person: PersonFields & { addressId: string }, mark: EditMark): Promise<void> =>
  updateUnitRow(db, person.addressId, { change: personOf(person), mark });

/** A door may name somebody who was never written down as a person: an import or a canvasser did. They come first. */
const recordDoorsPerson = async (db: Db, deps: Deps, { unit, mark }: { unit: EditableUnit; mark: EditMark }): Promise<void> => {
  const isNamed = [unit.firstName, unit.lastName, unit.email, unit.phone].some((value) => value !== null);
  if (!isNamed || (await listResidents(db, unit.id)).length > 0) return;
  await insertResident(db, { ...personOf(unit), id: deps.newId(), addressId: unit.id, isPrimary: true, language: null }, mark);
};

const note = (db: Db, deps: Deps, { unit, field, mark }: { unit: EditableUnit; field: string; mark: EditMark }): Promise<void> => {
  const metadata = { addressId: unit.id, ...(unit.unitNumber === null ? {} : { unit: unit.unitNumber }) };
  const entry = {
    id: deps.newId(),
    locationId: unit.locationId,
    action: "UPDATED" as const,
    field,
    oldValue: null,
    newValue: null,
    metadata,
  };
  return insertHistory(db, [entry], mark);
};

const heldUnit = async (db: Db, actor: Actor, id: string): Promise<EditableUnit> => {
  if (!maySeePeople(actor)) throw new AppError("FORBIDDEN", "auth.notAllowed");
  const unit = await lockUnit(db, id, mapScopeOf(actor, "location.edit"));
  if (unit === null) throw new AppError("NOT_FOUND", "map.location.notFound");
  return unit;
};

const heldResident = async (db: Db, actor: Actor, id: string): Promise<{ resident: EditableResident; unit: EditableUnit }> => {
  const found = await findResident(db, id);
  if (found === null) throw new AppError("NOT_FOUND", "map.location.notFound");
  const unit = await heldUnit(db, actor, found.addressId);
  const resident = await findResident(db, id);
  if (resident === null) throw new AppError("NOT_FOUND", "map.location.notFound");
  return { resident, unit };
};

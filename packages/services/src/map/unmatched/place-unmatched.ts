import type { RawClient } from "@cml/db";
import {
  type HeldUnmatched, holdDoorFor, holdImports, holdPeople, holdPlacedRows, holdUnmatched, movePerson, recountUnits, rememberPlacing, settleUnmatched,
  writePeople,
} from "@cml/db/map"; // prettier-ignore
import { AppError } from "@cml/domain/kernel";
import { changesBetween, settlePeople, tidyUnit } from "@cml/domain/map";
import type { Deps } from "../../deps";

type Door = { locationId: string; addressId: string | null; isNewBuilding?: boolean };
type Placing = { id: string; door: Door; userId: string | null; runId?: string };

/** Lands one person of the queue at a door, as the import would have, and remembers how to take that back. Throws NOT_FOUND, CONFLICT. */
export const placeUnmatched = async (deps: Deps, client: RawClient, { id, door, userId, runId }: Placing): Promise<void> => {
  await holdImports(client);
  const waits = await holdWaiting(client, id);
  const at = deps.clock.now();
  const { locationId, isNewBuilding = false } = door;
  const unitNumber = tidyUnit(waits.person.question?.unitNumber ?? "");
  const found = await holdDoorFor(client, { ...door, unitNumber, newId: deps.newId(), at });
  if (found === null) throw new AppError("CONFLICT", "map.unmatched.noSuchDoor");
  if (found.isNew) await recountUnits(client, [locationId]);
  const { addressId } = found;
  const wanted = { source: waits.source, externalIds: waits.person.externalId === null ? [] : [waits.person.externalId] };
  const known = await holdPeople(client, { ...wanted, addressIds: [addressId] });
  const elsewhere = known.people.find((one) => isOf(waits, one) && one.addressId !== addressId);
  const addressIds = [addressId, ...(elsewhere === undefined ? [] : [elsewhere.addressId])];
  const before = await holdPlacedRows(client, { addressIds });
  const changeIds: string[] = [];
  const newId = () => {
    const made = deps.newId();
    changeIds.push(made);
    return made;
  };
  if (elsewhere !== undefined) await movePerson(client, { id: elsewhere.id, addressId, newId: deps.newId(), at });
  const stands = elsewhere === undefined ? known : await holdPeople(client, { ...wanted, addressIds: [addressId] });
  const settled = settlePeople([{ row: waits.row, person: waits.person, addressId }], stands, {
    source: waits.source,
    overwrite: [],
    newId: deps.newId,
  });
  const residentId = settled.outcomes[0]?.residentId;
  if (residentId === undefined) throw new AppError("CONFLICT", "map.unmatched.noSuchDoor");
  await writePeople(client, settled, { importId: waits.importId, userId, at, newId });
  const after = await holdPlacedRows(client, { addressIds });
  await settleUnmatched(client, id, { at, addressId, residentId, runId });
  await rememberPlacing(client, id, {
    ...{ addressId, locationId, residentId, isNewUnit: found.isNew, isNewBuilding, changeIds },
    people: changesBetween(before.people, after.people),
    doors: changesBetween(before.doors, after.doors),
  });
};

const isOf = ({ source, person }: HeldUnmatched, one: { source: string | null; externalId: string | null }): boolean =>
  one.externalId !== null && one.source === source && one.externalId === person.externalId;

/** Throws NOT_FOUND, or CONFLICT when somebody was quicker. */
export const holdWaiting = async (client: RawClient, id: string): Promise<HeldUnmatched> => {
  const waits = await holdUnmatched(client, id);
  if (waits === null) throw new AppError("NOT_FOUND", "map.unmatched.notFound");
  if (waits.resolvedAt !== null) throw new AppError("CONFLICT", "map.unmatched.settledMeanwhile");
  return waits;
};

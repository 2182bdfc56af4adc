import type { RawClient } from "@cml/db";
import { type HeldUnmatched, holdDoorFor, holdImports, holdPeople, holdUnmatched, movePerson, recountUnits, settleUnmatched, writePeople } from "@cml/db/map"; // prettier-ignore
import { AppError } from "@cml/domain/kernel";
import { settlePeople, tidyUnit } from "@cml/domain/map";
import type { Deps } from "../../deps";

type Door = { locationId: string; addressId: string | null };
type Placing = { id: string; door: Door; userId: string | null };

/** Lands one person of the queue at a door, as the import would have; gives whom. Throws NOT_FOUND, CONFLICT. */
export const placeUnmatched = async (deps: Deps, client: RawClient, { id, door, userId }: Placing): Promise<string> => {
  await holdImports(client);
  const waits = await holdWaiting(client, id);
  const at = deps.clock.now();
  const unitNumber = tidyUnit(waits.person.question?.unitNumber ?? "");
  const found = await holdDoorFor(client, { ...door, unitNumber, newId: deps.newId(), at });
  if (found === null) throw new AppError("CONFLICT", "map.unmatched.noSuchDoor");
  if (found.isNew) await recountUnits(client, [door.locationId]);
  const { addressId } = found;
  const { source } = waits;
  const externalIds = waits.person.externalId === null ? [] : [waits.person.externalId];
  const before = await holdPeople(client, { source, externalIds, addressIds: [addressId] });
  const elsewhere = before.people.find((one) => one.source === source && one.externalId !== null && one.externalId === waits.person.externalId && one.addressId !== addressId); // prettier-ignore
  if (elsewhere !== undefined) await movePerson(client, { id: elsewhere.id, addressId });
  const known = elsewhere === undefined ? before : await holdPeople(client, { source, externalIds, addressIds: [addressId] });
  const settled = settlePeople([{ row: waits.row, person: waits.person, addressId }], known, { source, overwrite: [], newId: deps.newId });
  const residentId = settled.outcomes[0]?.residentId;
  if (residentId === undefined) throw new AppError("CONFLICT", "map.unmatched.noSuchDoor");
  await writePeople(client, settled, { importId: waits.importId, userId, at, newId: deps.newId });
  await settleUnmatched(client, id, { at, addressId, residentId });
  return residentId;
};

/** Throws NOT_FOUND, or CONFLICT when somebody was quicker. */
export const holdWaiting = async (client: RawClient, id: string): Promise<HeldUnmatched> => {
  const waits = await holdUnmatched(client, id);
  if (waits === null) throw new AppError("NOT_FOUND", "map.unmatched.notFound");
  if (waits.resolvedAt !== null) throw new AppError("CONFLICT", "map.unmatched.settledMeanwhile");
  return waits;
};

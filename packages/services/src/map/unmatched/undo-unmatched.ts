import { type RawClient, rawTransaction } from "@cml/db";
import { areUsedSince, copyHistory, holdImports, holdPlacedRows, holdUnmatched, removeAddedDoor, settleUnmatched, takeBackPlacing } from "@cml/db/map"; // prettier-ignore
import { type Actor, AppError } from "@cml/domain/kernel";
import { isAsPlaced, type Placing } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { userIdOf } from "../require-map-scope";
import { requirePeople } from "./unmatched-people";

/**
 * Takes a decision back: the person comes off their door again exactly, and waits again. Throws NOT_FOUND, or CONFLICT when the door or
 * the person was worked with since.
 */
export const undoUnmatched = async (deps: Deps, actor: Actor, { id }: { id: string }): Promise<void> => {
  requirePeople(actor);
  await rawTransaction(deps.db, (client) => takeBackDecision(deps, client, { id, userId: userIdOf(actor) }));
};

type Decision = { id: string; userId: string | null };

/** The same within a transaction of somebody else's. */
export const takeBackDecision = async (deps: Deps, client: RawClient, { id, userId }: Decision): Promise<void> => {
  await holdImports(client);
  const held = await holdUnmatched(client, id);
  if (held === null) throw new AppError("NOT_FOUND", "map.unmatched.notFound");
  if (held.resolvedAt === null) throw new AppError("CONFLICT", "map.unmatched.waitsAgain");
  const at = deps.clock.now();
  if (held.addressId !== null) {
    // A later list found the door: nobody decided, so there is no decision to take back.
    if (held.placing === null) throw new AppError("CONFLICT", "map.unmatched.foundByList");
    await putBack(client, held.placing, at);
    const { placing, importId, source, row } = held;
    const { locationId, addressId, isNewBuilding } = placing;
    const fields = placing.people.find((one) => one.id === placing.residentId)?.fields ?? {};
    const lines = Object.keys(fields).map((field) => ({
      ...{ locationId, field: `resident.${field}`, oldValue: null, newValue: null, metadata: { row, addressId } },
    }));
    if (!isNewBuilding) await copyHistory(client, { importId, userId, source, at, newId: deps.newId, action: "IMPORT_UNDONE" }, lines);
  }
  await settleUnmatched(client, id, { at: null, addressId: null, residentId: null });
};

const putBack = async (client: RawClient, placing: Placing, at: Date): Promise<void> => {
  const { people, doors, addressId, locationId, residentId, isNewUnit, isNewBuilding } = placing;
  const now = await holdPlacedRows(client, {
    addressIds: [addressId, ...doors.map(({ id }) => id)],
    residentIds: people.map(({ id }) => id),
  });
  const used = await areUsedSince(client, people.filter(({ isNew }) => isNew).map(({ id }) => id)); // prettier-ignore
  if (used || !isAsPlaced(placing, now)) throw new AppError("CONFLICT", "map.unmatched.usedSince");
  await takeBackPlacing(client, placing, at);
  const others = now.people.filter((one) => one["addressId"] === addressId && one.id !== residentId);
  // A door set up for this person alone goes with them.
  if ((isNewUnit || isNewBuilding) && others.length === 0) await removeAddedDoor(client, locationId, { addressId, isUsed: false, isOnly: isNewBuilding }); // prettier-ignore
};

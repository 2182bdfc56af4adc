import { rawTransaction } from "@cml/db";
import { listUnmatched as listStored, settleUnmatched } from "@cml/db/map";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { ListUnmatchedInput, ResolveUnmatchedInput, UnmatchedList } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { createLocation } from "../locations/create-location";
import { maySeePeople } from "../locations/get-location";
import { requireWholeMapFor, userIdOf } from "../require-map-scope";
import { holdWaiting, placeUnmatched } from "./place-unmatched";

/** Only who may bring lists in and see people. */
export const requirePeople = (actor: Actor): void => {
  requireWholeMapFor(actor, "location.import");
  if (!maySeePeople(actor)) throw new AppError("FORBIDDEN", "auth.notAllowed");
};

/** People of lists whose door nobody is sure of, the oldest list first. */
export const listUnmatched = async (deps: Deps, actor: Actor, input: ListUnmatchedInput): Promise<UnmatchedList> => {
  requirePeople(actor);
  return listStored(deps.db, input);
};

/** What a person decided: a door, a new building, or not now. Throws NOT_FOUND, CONFLICT when somebody was quicker. */
export const resolveUnmatched = async (deps: Deps, actor: Actor, { id, decision }: ResolveUnmatchedInput): Promise<void> => {
  requirePeople(actor);
  if (decision.kind === "setAside") {
    await rawTransaction(deps.db, async (client) => {
      await holdWaiting(client, id);
      await settleUnmatched(client, id, { at: deps.clock.now(), addressId: null, residentId: null });
    });
    return;
  }
  const door = decision.kind === "door" ? decision : await newDoor(deps, actor, { id, ...decision });
  await rawTransaction(deps.db, (client) => placeUnmatched(deps, client, { id, door, userId: userIdOf(actor) }));
};

type NewDoor = { id: string; address: string; latitude: number; longitude: number };

const newDoor = async (deps: Deps, actor: Actor, { id, address, latitude, longitude }: NewDoor) => {
  const { person } = await rawTransaction(deps.db, (client) => holdWaiting(client, id));
  const { municipality = null, province = null, unitNumber } = person.question ?? {};
  const made = await createLocation(deps, actor, {
    ...{ address, latitude, longitude, municipality, province },
    postalCode: null,
    buildingType: "SINGLE_FAMILY",
    unitNumbers: unitNumber === null || unitNumber === undefined ? [] : [unitNumber],
    buildingNotes: null,
  });
  return { locationId: made.id, addressId: made.addresses[0]?.id ?? null, isNewBuilding: true };
};

import type { RawClient } from "@cml/db";
import {
  type AddedDoor, addDoorsToCuts, type ChangedDoor, copyMembership, cutShapesVersion, deleteMembershipOf, listCutShapes, recountCuts,
} from "@cml/db/map"; // prettier-ignore
import type { LatLng } from "@cml/domain/kernel";
import { cutFinder } from "@cml/domain/map";
import type { Deps } from "../../deps";

/** The areas as a run knows them; read again only when one came, went or changed its shape. */
export type CutsInHand = { cutsAt: (point: LatLng) => string[]; version: string | null };
export const noCutsYet = (): CutsInHand => ({ cutsAt: () => [], version: null });

/** Puts new doors into the areas that hold them and moves those that moved; the shapes must be held. */
export const placeInCuts = async (
  deps: Deps,
  client: RawClient,
  { cuts, added, changed }: { cuts: CutsInHand; added: readonly AddedDoor[]; changed: readonly ChangedDoor[] },
): Promise<void> => {
  await refresh(deps, client, cuts);
  const doorsByCut = new Map<string, number>();
  const membership: { cutId: string; locationId: string }[] = [];
  const cutsOf = new Map<string, string[]>();
  for (const { kind, door, locationId } of added) {
    // Units stand in the areas of their building; one set up before this chunk is looked up by the row's own point.
    const here = cutsOf.get(locationId) ?? cuts.cutsAt(door);
    cutsOf.set(locationId, here);
    for (const cutId of here) {
      if (kind === "building") membership.push({ cutId, locationId });
      doorsByCut.set(cutId, (doorsByCut.get(cutId) ?? 0) + 1);
    }
  }
  await copyMembership(client, membership);
  await addDoorsToCuts(client, doorsByCut);
  await moveBetweenCuts(client, cuts, changed);
};

const moveBetweenCuts = async (client: RawClient, { cutsAt }: CutsInHand, changed: readonly ChangedDoor[]): Promise<void> => {
  const points = new Map<string, LatLng>();
  for (const { known, changes } of changed) {
    const to = Object.fromEntries(changes.map((change) => [change.field, Number(change.to)]));
    if (to["latitude"] === undefined && to["longitude"] === undefined) continue;
    const before = points.get(known.locationId) ?? known;
    points.set(known.locationId, { latitude: to["latitude"] ?? before.latitude, longitude: to["longitude"] ?? before.longitude });
  }
  if (points.size > 0) await moveBuildings(client, cutsAt, points);
};

/** Buildings that stand somewhere else now leave areas and join others; those areas are counted anew. */
export const moveBuildings = async (
  client: RawClient,
  cutsAt: CutsInHand["cutsAt"],
  points: ReadonlyMap<string, LatLng>,
): Promise<void> => {
  const left = await deleteMembershipOf(client, [...points.keys()]);
  const entered = [...points].flatMap(([locationId, point]) => cutsAt(point).map((cutId) => ({ cutId, locationId })));
  await copyMembership(client, entered);
  await recountCuts(client, [...new Set([...left, ...entered.map(({ cutId }) => cutId)])]);
};

const refresh = async (deps: Deps, client: RawClient, cuts: CutsInHand): Promise<void> => {
  const version = await cutShapesVersion(client);
  if (version === cuts.version) return;
  cuts.cutsAt = cutFinder(await listCutShapes(deps.db));
  cuts.version = version;
};

import { findShift } from "@cml/db/map";
import { type Actor, distanceM, type LatLng } from "@cml/domain/kernel";
import type { NearShift, ShiftsNearInput } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { requireRoom } from "../../platform/require-room";
import { geocodeLocally } from "../geocoding/local";
import { listPublicShifts } from "./read-shifts";

const room = { limit: 20, windowSeconds: 60 };
/** Surer than this a meeting place stands where the addresses say. */
const placedConfidence = 75;

/**
 * How far public shifts are from a postal code, an address or a town. Only our own addresses are asked and nothing is kept of the
 * question; the answer holds distances, never a place. Null when nobody knows where that is.
 */
export const listShiftsNear = async (deps: Deps, actor: Actor, { text }: ShiftsNearInput): Promise<NearShift[] | null> => {
  await requireRoom(deps, `shifts-near:ip:${actor.ipHash}`, room);
  const [from] = (await geocodeLocally(deps.db, { text })).candidates;
  if (from === undefined) return null;
  const shifts = await listPublicShifts(deps, actor);
  return shifts.flatMap(({ id, place }) => (place === null ? [] : [{ id, distanceM: Math.round(distanceM(from, place) / 100) * 100 }]));
};

/** Where people gather, as far as our own addresses surely know; for maps and distances. */
export const findMeetingPlace = async (deps: Deps, location: string | null): Promise<LatLng | null> => {
  if (location === null || location.trim() === "") return null;
  const [best] = (await geocodeLocally(deps.db, { text: location })).candidates;
  return best === undefined || best.confidence < placedConfidence ? null : { latitude: best.latitude, longitude: best.longitude };
};

/** The place of a shift after a change of its words: kept where one was given or the words stay, looked up anew where they changed. */
export const placeAfter = async (
  deps: Deps,
  id: string,
  { location, place }: { location?: string | null; place?: LatLng | null },
): Promise<{ place?: LatLng | null }> => {
  if (place !== undefined || location === undefined) return {};
  const before = await findShift(deps.db, id);
  return before?.location === location && before.place !== null ? {} : { place: await findMeetingPlace(deps, location) };
};

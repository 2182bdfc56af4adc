import { transaction } from "@cml/db";
import { addStreetDistricts, findCachedPlace } from "@cml/db/influence";
import { type LocatedStreet, type LocateStreetInput, locateLimit, streetReachM } from "@cml/domain/influence";
import { type Actor, AppError, distanceM, provinceOfPostalCode } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { requireRoom } from "../../platform/require-room";
import { openCampaign } from "../targets/open-campaign";
import { findOnOwnMap } from "./find-on-own-map";
import { askSources, sourcesOf } from "./sources/ask-sources";
import { withHealth } from "./sources/with-health";

/**
 * The districts of a street address, for a person whose postal code lies in several. They are remembered as districts of the
 * code, so that the look-up takes them for a choice. Throws NOT_FOUND `representative.streetNotFound` where no such street is
 * found near the code, UPSTREAM when nobody can be asked.
 */
export const locateStreet = async (deps: Deps, actor: Actor, input: LocateStreetInput): Promise<LocatedStreet> => {
  const { campaignSlug, postalCode, street } = input;
  await requireRoom(deps, `locate:ip:${actor.ipHash}`, locateLimit);
  await openCampaign(deps, campaignSlug);
  return districtsOfStreet(deps, { postalCode, street });
};

/** The same, for whoever was found to be allowed to ask. */
export const districtsOfStreet = async (
  deps: Deps,
  { postalCode, street }: Pick<LocateStreetInput, "postalCode" | "street">,
): Promise<LocatedStreet> => {
  const cached = await findCachedPlace(deps.db, postalCode);
  const province = cached?.province || (provinceOfPostalCode(postalCode) ?? "");
  const question = { street, city: cached?.city ?? "", province, postalCode };
  // Our own addresses first: no question leaves the house that they answer.
  const found = (await findOnOwnMap(deps, question)) ?? (await withHealth(deps, "nominatim", () => deps.geocoder.locate(question)));
  const centre = cached?.centroid ?? null;
  const farAway = found !== null && centre !== null && distanceM(found, centre) > streetReachM;
  // A street of that name in another province, or hours away, is another street.
  if (found === null || farAway || (found.province !== "" && found.province !== province))
    throw new AppError("NOT_FOUND", "representative.streetNotFound");
  const { latitude, longitude, place } = found;
  const asked = await askSources(deps, sourcesOf(deps), (source) => source.findByPoint({ latitude, longitude }, postalCode));
  if (asked.districts.length === 0) throw asked.failure ?? new AppError("NOT_FOUND", "representative.streetNotFound");
  const proved = { postalCode, districts: asked.districts, people: asked.people, newId: deps.newId, now: deps.clock.now() };
  await transaction(deps.db, (db) => addStreetDistricts(db, proved));
  return { districts: asked.districts.map(({ key }) => key), place, latitude, longitude };
};

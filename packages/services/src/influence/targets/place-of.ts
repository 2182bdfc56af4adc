import { findCentroid, listAreasAround } from "@cml/db/influence";
import type { Campaign, CustomRecipient, LookUp } from "@cml/domain/influence";
import { type Actor, AppError } from "@cml/domain/kernel";
import { isInCut } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { lookUpForCampaign } from "../representatives/look-up-for-campaign";

export type PlaceQuestion = { campaign: Campaign; postalCode: string | null; districts: readonly string[] };
/** What is known of where a supporter lives; `lookUp` is null while no source answers, or without a postal code. */
export type Place = { lookUp: LookUp | null; sourcesDown: boolean };

/** The representatives of a place; sources that do not answer are no failure, because some people can be reached anyway. */
export const placeOf = async (deps: Deps, actor: Actor, { campaign, postalCode, districts }: PlaceQuestion): Promise<Place> => {
  if (postalCode === null) return { lookUp: null, sourcesDown: false };
  try {
    const lookUp = await lookUpForCampaign(deps, actor, { campaign, postalCode, districts: [...districts] });
    return { lookUp, sourcesDown: lookUp.sourcesDown };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "UPSTREAM") throw error;
    return { lookUp: null, sourcesDown: true };
  }
};

/** Districts and imported areas a place lies in: those its representatives sit for, those chosen, and by point in polygon. */
export const areasOf = async (
  deps: Deps,
  {
    lookUp,
    postalCode,
    districts,
    named,
  }: { lookUp: LookUp | null; postalCode: string | null; districts: readonly string[]; named: readonly CustomRecipient[] },
): Promise<Set<string>> => {
  const known = [
    ...districts,
    ...(lookUp?.levels ?? []).filter(({ state }) => state !== "CHOOSE").flatMap((level) => level.districts.map(({ key }) => key)),
  ];
  const wanted = named.flatMap((one) => areaKeyOf(one) ?? []);
  const point = wanted.length === 0 || postalCode === null ? null : await findCentroid(deps.db, postalCode);
  const near = point === null ? [] : await listAreasAround(deps.db, { keys: [...new Set(wanted)], point, day: deps.clock.now() });
  const inside = near.filter(({ geometry }) => point !== null && isInCut(point, geometry));
  return new Set([...known, ...inside.map(({ key }) => key)]);
};

/** The area a named person is tied to; null for none. */
export const areaKeyOf = ({ areaSet, areaId }: Pick<CustomRecipient, "areaSet" | "areaId">): string | null =>
  areaSet === null || areaId === null ? null : `${areaSet}/${areaId}`;

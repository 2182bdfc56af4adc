import type { Db } from "@cml/db";
import {
  type DictionaryStreet, type DictionaryTown, findDoorsOfPostalCode, findDoorsOnStreets, findStreets, findStreetsLike, findTowns, listTowns, type LocalDoor,
} from "@cml/db/map"; // prettier-ignore
import { editDistance, type GeocodeQuery, mostSlips, nameCost, sureness } from "@cml/domain/map";

type Pool = Pick<Db, "pool">;

export type SureDoor = { door: LocalDoor; confidence: number };
/** What a question found: buildings with its number, best first, and the streets it may have meant. */
export type FoundDoors = { doors: SureDoor[]; streets: DictionaryStreet[]; towns: DictionaryTown[] };

// From here on another search would not find a better one.
const goodEnough = 88;
const mostStreets = 4_000;
const mostDoors = 200;

/**
 * Looks a number up where it is cheapest first: under its postal code, on streets of exactly that name, and only then on streets
 * whose names are nearly that one. Each step is one or two look-ups in an index, whatever the number of buildings.
 */
export const findDoors = async (db: Pool, query: GeocodeQuery, except: string | null): Promise<FoundDoors> => {
  const { civicNumber, postalCode } = query;
  const found = new Map<string, SureDoor>();
  const streets = new Map<string, DictionaryStreet>();
  let towns: DictionaryTown[] = [];
  const take = (doors: readonly LocalDoor[]): boolean => {
    for (const door of doors) {
      const confidence = sureness(query, door);
      if (confidence !== null && door.id !== except) found.set(door.id, { door, confidence });
    }
    return [...found.values()].some(({ confidence }) => confidence >= goodEnough);
  };
  const result = (): FoundDoors => ({
    doors: [...found.values()].sort((a, b) => b.confidence - a.confidence),
    streets: [...streets.values()],
    towns,
  });
  /** True when the right one is among them. */
  const tryStreets = async (wanted: readonly DictionaryStreet[]): Promise<boolean> => {
    const fresh = wanted.filter(({ key }) => !streets.has(key));
    for (const street of fresh) streets.set(street.key, street);
    if (civicNumber === null || fresh.length === 0) return false;
    return take(await findDoorsOnStreets(db, { keys: fresh.map(({ key }) => key), civicNumber, limit: mostDoors }));
  };

  if (postalCode !== null && civicNumber !== null && take(await findDoorsOfPostalCode(db, { postalCode, civicNumber, limit: mostDoors })))
    return result();
  const names = [...new Set(query.readings.map(({ name }) => name))].filter((name) => name !== "");
  towns = inProvince(query, query.towns.length === 0 ? [] : await findTowns(db, query.towns));
  if (names.length === 0) return result();
  const isTownKnown = towns.length > 0;
  const exact = await findStreets(db, { names, towns: isTownKnown ? [...towns, nowhere] : null, limit: mostStreets });
  if (await tryStreets(isTownKnown ? exact : nearTowns(query, exact))) return result();
  if (isTownKnown) {
    await tryStreets(await likeStreets(db, names, towns));
    // A word of the street may have been taken for a town that there is ("5 York Mills Rd").
    if (found.size === 0) await tryStreets(nearTowns(query, await findStreets(db, { names, towns: null, limit: mostStreets })));
    return result();
  }
  if (query.towns.length === 0) return result();
  const meant = inProvince(query, await listTowns(db)).filter(({ municipality }) => isNearTown(query, municipality));
  towns = meant;
  if (meant.length > 0) await tryStreets(await likeStreets(db, names, meant.slice(0, mostTowns)));
  return result();
};

const mostTowns = 6;
/** Buildings whose file named no town. */
const nowhere: DictionaryTown = { municipality: "", province: "" };

const inProvince = ({ province }: GeocodeQuery, towns: readonly DictionaryTown[]): DictionaryTown[] =>
  towns.filter((town) => province === null || town.province === "" || town.province === province);

const nearTowns = (query: GeocodeQuery, streets: readonly DictionaryStreet[]): DictionaryStreet[] =>
  query.readings.some(({ town }) => town === null) || query.postalCode !== null
    ? inProvinceOnly(query, streets)
    : inProvinceOnly(query, streets).filter(({ municipality }) => municipality === "" || isNearTown(query, municipality));

const inProvinceOnly = ({ province }: GeocodeQuery, streets: readonly DictionaryStreet[]): DictionaryStreet[] =>
  streets.filter((street) => province === null || street.province === "" || street.province === province);

const isNearTown = ({ towns }: GeocodeQuery, municipality: string): boolean =>
  towns.some((town) => editDistance(town, municipality, mostSlips(town.length)) <= mostSlips(town.length));

/** A name with one slip keeps its first or its second half, whichever the slip is not in; two letters swapped may touch both. */
const likeStreets = async (db: Pool, names: readonly string[], towns: readonly DictionaryTown[]): Promise<DictionaryStreet[]> => {
  const wanted = names.filter((name) => name.length >= 3);
  if (wanted.length === 0) return [];
  const beginnings = wanted.map((name) => name.slice(0, Math.max(1, Math.floor((name.length - 1) / 2))));
  const endings = wanted.map((name) => [...name].reverse().slice(0, Math.max(1, Math.ceil((name.length - 2) / 2))).join("")); // prettier-ignore
  const near = await findStreetsLike(db, { towns, beginnings: [...new Set(beginnings)], endings: [...new Set(endings)] });
  const costs = near.flatMap((street) => {
    const own = wanted.map((name) => nameCost(name, street.name)).filter((cost) => cost !== null);
    return own.length === 0 ? [] : [{ street, cost: Math.min(...own) }];
  });
  return costs.sort((a, b) => a.cost - b.cost).slice(0, 60).map(({ street }) => street); // prettier-ignore
};

import { editDistance } from "./edit-distance";
import type { GeocodeQuery, StreetReading } from "./geocode-query";
import { directionOf, foldName, foldWords, provinceOf, streetTypeOf } from "./street-words";

/** A building, or a street when its own fields are null, as it is compared with what was asked. */
export type MatchedDoor = {
  civicSuffix: string | null;
  streetName: string;
  streetType: string | null;
  streetDirection: string | null;
  municipality: string | null;
  municipalityFr: string | null;
  censusSubdivision: string | null;
  province: string | null;
  postalCode: string | null;
};

/** How far a stored point may be trusted when everything agrees, and what else an answer of LOCAL can be. */
export const localScale = {
  building: 100,
  interpolated: 80,
  interpolatedFar: 75,
  besideOne: 65,
  street: 58,
  postalCode: 45,
  town: 25,
} as const;

/** Below this the right one of two must be chosen by a person. */
const undecided = 70;

/**
 * How sure a door is the one asked for, on the common scale of 0 to 100: the best of all readings of the question. Null when
 * no reading names its street.
 */
export const sureness = (query: GeocodeQuery, door: MatchedDoor): number | null => {
  const common = suffixCost(query, door) + placeCost(query, door);
  const own = ownWords(door);
  const costs = query.readings.flatMap((reading) => {
    const street = streetCost(reading, own);
    return street === null ? [] : [reading.cost + street + townCost(reading, query, own)];
  });
  return costs.length === 0 ? null : Math.max(1, localScale.building - common - Math.min(...costs));
};

/** Nobody can tell two equally good answers apart that lie apart: neither is sure. What agrees in everything has few rivals. */
export const levelOut = (best: number, second: number | null): number =>
  second !== null && best - second < (best >= 98 ? 3 : 5) ? Math.min(best, undecided) : best;

type OwnWords = { name: string; type: string | null; direction: string | null; towns: string[] };

const ownWords = (door: MatchedDoor): OwnWords => ({
  name: foldName(door.streetName),
  type: streetTypeOf(door.streetType ?? ""),
  direction: directionOf(door.streetDirection ?? ""),
  towns: [door.municipality, door.municipalityFr, door.censusSubdivision].map((town) => foldName(town ?? "")).filter((town) => town !== ""),
});

const streetCost = (reading: StreetReading, own: OwnWords): number | null => {
  const name = nameCost(reading.name, own.name);
  if (name === null) return null;
  return (
    name +
    wordCost(reading.type, own.type, { missing: 3, extra: 3, other: isTranslated(reading.type, own.type) ? 2 : 25 }) +
    wordCost(reading.direction, own.direction, { missing: 4, extra: 6, other: isPartOf(reading.direction, own.direction) ? 14 : 30 })
  );
};

/** `S` for `SW`: half of a direction, or a letter of it lost. */
const isPartOf = (asked: string | null, own: string | null): boolean =>
  asked !== null && own !== null && (own.includes(asked) || asked.includes(own));

/** What people call a street in the other language: `Ste-Catherine Street` for `rue Sainte-Catherine`. */
const translations = [["ST", "RUE"], ["RD", "CH"], ["RD", "ROUTE"], ["HWY", "ROUTE"], ["HWY", "AUT"], ["LANE", "RLE"], ["CONC", "RANG"]] as const; // prettier-ignore

const isTranslated = (asked: string | null, own: string | null): boolean =>
  translations.some(([one, other]) => (asked === one && own === other) || (asked === other && own === one));

/** Points for misspelled letters; null when it is another name. Numbers must agree: 106 Street is not 107 Street misspelled. */
export const nameCost = (asked: string, own: string): number | null => {
  if (asked === own) return 0;
  if (asked === "" || own === "" || digitsOf(asked) !== digitsOf(own)) return null;
  if (asked.replaceAll(" ", "") === own.replaceAll(" ", "")) return 2;
  const most = Math.max(asked.length, own.length);
  const slips = editDistance(asked, own, mostSlips(most));
  if (slips > mostSlips(most)) return null;
  return slips * (most <= 4 ? 8 : 5) + (slips === 2 ? 4 : 0);
};

/** One slip in a short word, two in a long one: more would make another word of it. */
export const mostSlips = (length: number): number => (length < 3 ? 0 : length < 8 ? 1 : 2);

const digitsOf = (text: string): string => text.replace(/\D+/g, " ").trim();

type Costs = { missing: number; extra: number; other: number };

const wordCost = (asked: string | null, own: string | null, { missing, extra, other }: Costs): number => {
  if (asked === own) return 0;
  if (asked === null) return missing;
  return own === null ? extra : other;
};

const townCost = ({ town }: StreetReading, { postalCode }: GeocodeQuery, { towns }: OwnWords): number => {
  // With the postal code nobody needs the town; without either the street may stand anywhere.
  if (town === null) return postalCode === null ? 6 : 0;
  if (towns.length === 0) return 3;
  if (towns.includes(town)) return 0;
  const slips = Math.min(...towns.map((own) => editDistance(own, town, 2)));
  if (slips <= mostSlips(town.length)) return 3 * slips;
  return 20;
};

const suffixCost = ({ civicSuffix }: GeocodeQuery, door: MatchedDoor): number =>
  foldWords(civicSuffix ?? "") === foldWords(door.civicSuffix ?? "") ? 0 : 12;

const placeCost = ({ postalCode, province }: GeocodeQuery, door: MatchedDoor): number => {
  const own = (provinceOf(door.province ?? "") ?? "").toLowerCase();
  const elsewhere = province !== null && own !== "" && province !== own ? 40 : 0;
  if (postalCode === null || door.postalCode === null || postalCode === door.postalCode) return elsewhere;
  if (editDistance(postalCode, door.postalCode, 1) === 1) return elsewhere + 4;
  return elsewhere + (postalCode.slice(0, 3) === door.postalCode.slice(0, 3) ? 6 : 20);
};

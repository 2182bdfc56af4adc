import type { Db } from "@cml/db";
import { findDoorsOfPostalCode, findDoorsOfTowns, findNeighbours, type LocalDoor } from "@cml/db/map";
import { distanceM, isRuralPostalCode, type LatLng } from "@cml/domain/kernel";
import { foldWords, type GeocodeQuery, type LocalAccuracy, localScale, nameCost, streetKeyOf, sureness } from "@cml/domain/map";
import type { FoundDoors } from "./local-doors";

type Pool = Pick<Db, "pool">;

/** A point between, on or near what was asked; no building stands there under that number. */
export type Approximation = LatLng & { confidence: number; accuracy: LocalAccuracy; beside: LocalDoor };

const streetsTried = 6;
const neighboursTried = 12;

/** Where a number would stand that no building has: between its neighbours, else on its street, else at its postal code or town. */
export const approximate = async (
  db: Pool,
  query: GeocodeQuery,
  found: FoundDoors & { except: string | null },
): Promise<Approximation[]> => {
  const { civicNumber, postalCode } = query;
  const ofCode = postalCode === null ? [] : await findDoorsOfPostalCode(db, { postalCode, civicNumber: null, limit: 300 });
  const keys = keysOf(query, found, ofCode);
  if (keys.length > 0) {
    const each = civicNumber === null ? 300 : neighboursTried;
    const onStreets = groupByStreet(
      query,
      (await findNeighbours(db, { keys, civicNumber, each })).filter(({ id }) => id !== found.except),
    );
    const placed = onStreets.flatMap(({ doors, share }) => {
      const place = civicNumber === null ? middleOf(doors) : between(doors, civicNumber);
      return place === null ? [] : [{ ...place, confidence: Math.round(place.confidence * share) }];
    });
    if (placed.length > 0) return placed.sort((a, b) => b.confidence - a.confidence);
  }
  if (postalCode !== null && ofCode.length > 0) {
    const place = middleOf(ofCode);
    const confidence = isRuralPostalCode(postalCode) ? localScale.postalCode - 5 : localScale.postalCode;
    return place === null ? [] : [{ ...place, accuracy: "postalCode", confidence }];
  }
  if (found.towns.length === 0) return [];
  const place = middleOf(await findDoorsOfTowns(db, { towns: found.towns.slice(0, 1), limit: 200 }));
  return place === null ? [] : [{ ...place, accuracy: "town", confidence: localScale.town }];
};

const keysOf = (query: GeocodeQuery, { streets }: FoundDoors, ofCode: readonly LocalDoor[]): string[] => {
  const cost = (name: string): number => Math.min(...query.readings.map((reading) => nameCost(reading.name, name) ?? 100));
  const fromCode = [...new Set(ofCode.map(({ streetKey }) => streetKey))].filter((key) => cost(key.split("|")[0] ?? "") < 100);
  const named = streets
    .map(({ key, name }) => ({ key, cost: cost(name) }))
    .filter((street) => street.cost < 100)
    .sort((a, b) => a.cost - b.cost)
    .map(({ key }) => key);
  return [...new Set([...fromCode, ...named])].slice(0, streetsTried);
};

type OnStreet = { doors: LocalDoor[]; /** How well the street itself agrees, 0 to 1. */ share: number };

const groupByStreet = (query: GeocodeQuery, doors: readonly LocalDoor[]): OnStreet[] => {
  const groups = new Map<string, OnStreet>();
  for (const door of doors) {
    const key = [streetKeyOf(door), foldWords(door.streetType ?? ""), foldWords(door.streetDirection ?? "")].join("|");
    // A neighbour's suffix and postal code say nothing about the number that is missing.
    const share = (sureness(query, { ...door, civicSuffix: query.civicSuffix, postalCode: nearCode(query, door) }) ?? 0) / 100;
    const group = groups.get(key) ?? { doors: [], share };
    group.doors.push(door);
    group.share = Math.max(group.share, share);
    groups.set(key, group);
  }
  return [...groups.values()].filter(({ share }) => share > 0);
};

const nearCode = ({ postalCode }: GeocodeQuery, door: LocalDoor): string | null =>
  postalCode !== null && door.postalCode?.slice(0, 3) === postalCode.slice(0, 3) ? postalCode : door.postalCode;

const between = (doors: readonly LocalDoor[], wanted: number): Approximation | null => {
  const sameSide = doors.filter(({ civicNumber }) => civicNumber !== null && civicNumber % 2 === wanted % 2);
  const { below, above } = bothSides(sameSide, wanted);
  // Across the street is better than round the corner.
  const either = below !== null && above !== null ? { below, above } : bothSides(doors, wanted);
  if (either.below !== null && either.above !== null) {
    const [from, to] = [either.below.civicNumber ?? 0, either.above.civicNumber ?? 0];
    const share = (wanted - from) / (to - from);
    const isNear = to - from <= 60 && distanceM(either.below, either.above) <= 400;
    return {
      latitude: round(either.below.latitude + (either.above.latitude - either.below.latitude) * share),
      longitude: round(either.below.longitude + (either.above.longitude - either.below.longitude) * share),
      confidence: isNear ? localScale.interpolated : localScale.interpolatedFar,
      accuracy: "interpolated",
      beside: share < 0.5 ? either.below : either.above,
    };
  }
  const beside = either.below ?? either.above;
  if (beside === null) return null;
  const { latitude, longitude } = beside;
  const isNear = Math.abs((beside.civicNumber ?? 0) - wanted) <= 40;
  return {
    latitude,
    longitude,
    beside,
    accuracy: isNear ? "interpolated" : "street",
    confidence: isNear ? localScale.besideOne : localScale.street,
  };
};

const bothSides = (doors: readonly LocalDoor[], wanted: number): { below: LocalDoor | null; above: LocalDoor | null } => {
  const nearest = (side: readonly LocalDoor[]): LocalDoor | null =>
    side.reduce<LocalDoor | null>((best, door) => (best === null || gap(door, wanted) < gap(best, wanted) ? door : best), null);
  return {
    below: nearest(doors.filter(({ civicNumber }) => (civicNumber ?? wanted) < wanted)),
    above: nearest(doors.filter(({ civicNumber }) => (civicNumber ?? wanted) > wanted)),
  };
};

const gap = ({ civicNumber }: LocalDoor, wanted: number): number => Math.abs((civicNumber ?? 0) - wanted);

/** The building nearest to the middle of all: a point on the street itself, also where it bends. */
const middleOf = (doors: readonly LocalDoor[]): Approximation | null => {
  if (doors.length === 0) return null;
  const mean = {
    latitude: doors.reduce((sum, { latitude }) => sum + latitude, 0) / doors.length,
    longitude: doors.reduce((sum, { longitude }) => sum + longitude, 0) / doors.length,
  };
  const beside = doors.reduce((best, door) => (distanceM(door, mean) < distanceM(best, mean) ? door : best));
  return { latitude: beside.latitude, longitude: beside.longitude, confidence: localScale.street, accuracy: "street", beside };
};

/** Eight decimals are about a millimetre. */
const round = (degrees: number): number => Math.round(degrees * 1e8) / 1e8;

import type { Db } from "@cml/db";
import { findDoorsInCells, findUnits, type LocalDoor } from "@cml/db/map";
import { distanceM, type LatLng } from "@cml/domain/kernel";
import {
  type AddressQuestion, type GeocodeQuery, levelOut, type LocalAccuracy, type LocalAnswer, type LocalCandidate, readGeocodeQuery, tilesAround, tileRange,
} from "@cml/domain/map"; // prettier-ignore
import { createSlots } from "../../platform/slots";
import { approximate, type Approximation } from "./local-approximate";
import { findDoors, type SureDoor } from "./local-doors";

type Pool = Pick<Db, "pool">;

/** As many as a person can choose from with the keys 1 to 9. */
const mostCandidates = 9;
/** A building as sure as this needs no guess beside it. */
const sure = 85;
/** Two points of one building. */
const sameSpotM = 150;

/** The imported addresses themselves as a geocoder: the best answers to a question, the surest first; none when nothing comes near. */
export const geocodeLocally = async (
  db: Pool,
  question: AddressQuestion,
  { except = null }: { /** A building that is asked about and must not answer for itself. */ except?: string | null } = {},
): Promise<LocalAnswer> => {
  const query = readGeocodeQuery(question);
  const found = await findDoors(db, query, except);
  const doors = levelled(found.doors.slice(0, mostCandidates));
  const buildings = await withUnits(db, query, doors);
  // Of two that read the same neither is sure, but a guess between their neighbours is no better.
  const guesses =
    (found.doors[0]?.confidence ?? 0) >= sure
      ? []
      : (await approximate(db, query, { ...found, except })).map((guess) => guessOf(query, guess));
  const candidates = [...buildings, ...guesses].sort((a, b) => b.confidence - a.confidence).slice(0, mostCandidates);
  return { candidates };
};

/** The same for many, a few at a time, so that nobody else waits for the database. */
export const geocodeAllLocally = (db: Pool, questions: readonly AddressQuestion[]): Promise<LocalAnswer[]> => {
  const slot = createSlots(4);
  return Promise.all(questions.map((question) => slot(() => geocodeLocally(db, question))));
};

const reverseZooms = [19, 17, 15];
const reverseLimit = 2_000;
const reachM = 1_000;

/** The nearest buildings to a point, at most a kilometre away. */
export const reverseLocally = async (db: Pool, point: LatLng): Promise<LocalAnswer> => {
  for (const zoom of reverseZooms) {
    const ranges = tilesAround(point, zoom).map(tileRange);
    const near = (await findDoorsInCells(db, { ranges, limit: reverseLimit }))
      .map((door) => ({ door, metres: distanceM(door, point) }))
      .filter(({ metres }) => metres <= reachM)
      .sort((a, b) => a.metres - b.metres)
      .slice(0, mostCandidates);
    if (near.length > 0) return { candidates: near.map(({ door, metres }) => ({ ...answerOf(door), confidence: nearness(metres) })) };
  }
  return { candidates: [] };
};

/** A click beside a house means the house; one across the road perhaps another. */
const nearness = (metres: number): number => (metres <= 15 ? 95 : metres <= 40 ? 80 : metres <= 120 ? 60 : 40);

/** The first is sure only when no other building further away is as good. */
const levelled = (doors: readonly SureDoor[]): SureDoor[] => {
  const [best] = doors;
  if (best === undefined) return [];
  const rival = doors.find(({ door }) => distanceM(door, best.door) > sameSpotM);
  const most = levelOut(best.confidence, rival?.confidence ?? null);
  return doors.map(({ door, confidence }) => ({ door, confidence: Math.min(confidence, most === best.confidence ? 100 : most) }));
};

const withUnits = async (db: Pool, { unitNumber }: GeocodeQuery, doors: readonly SureDoor[]): Promise<LocalCandidate[]> => {
  if (doors.length === 0) return [];
  const units = await findUnits(db, { locationIds: doors.map(({ door }) => door.id), unitNumber });
  const unitAt = new Map(units.map(({ locationId, addressId }) => [locationId, addressId]));
  return doors.map(({ door, confidence }) => ({ ...answerOf(door), addressId: unitAt.get(door.id) ?? null, confidence }));
};

const answerOf = (door: LocalDoor): LocalCandidate => ({
  locationId: door.id,
  addressId: null,
  latitude: door.latitude,
  longitude: door.longitude,
  confidence: 0,
  pointConfidence: door.geocodeConfidence,
  accuracy: "building",
  address: door.address,
  municipality: door.municipality,
  province: door.province,
  postalCode: door.postalCode,
});

const guessOf = (query: GeocodeQuery, { beside, latitude, longitude, confidence, accuracy }: Approximation): LocalCandidate => ({
  ...answerOf(beside),
  locationId: null,
  latitude,
  longitude,
  confidence,
  pointConfidence: null,
  accuracy,
  address: guessedAddress(query, accuracy, beside),
  postalCode: accuracy === "interpolated" || accuracy === "street" ? null : beside.postalCode,
});

/** `123 Main St` between 121 and 125; the street, the postal code or the town alone where no more is known. */
const guessedAddress = (query: GeocodeQuery, accuracy: LocalAccuracy, beside: LocalDoor): string => {
  const street = beside.address.replace(/^\d+(?:[A-Z]|\s1\/2)?\s+/i, "");
  switch (accuracy) {
    case "interpolated":
      return `${query.civicNumber ?? ""}${query.civicSuffix ?? ""} ${street}`;
    case "postalCode":
      return beside.postalCode ?? "";
    case "town":
      return beside.municipality ?? "";
    default:
      return street;
  }
};

import type { Db } from "@cml/db";
import { rawTransaction } from "@cml/db";
import { insertCut, insertLocation, insertShift, type NewLocation, rebuildMembership, recountCuts } from "@cml/db/map";
import type { Actor, LatLng } from "@cml/domain/kernel";
import { type CutGeometry, parseAddressText, searchKeyOf, type Shift } from "@cml/domain/map";
import { v7 as newId } from "uuid";

/** The real files tests import; paths on this machine. */
/** 20 real rows of the National Address Register, an address and a location file. */
export const narExcerptFolder = new URL("../../../../tooling/fixtures/nar", import.meta.url).pathname;
export const vancouverAddressesPath = new URL("../../../../tooling/fixtures/vancouver-addresses/addresses.csv.gz", import.meta.url)
  .pathname;
export const boundariesPath = (city: "vancouver" | "edmonton" | "toronto" | "montreal" | "calgary"): string =>
  new URL(`../../../../tooling/fixtures/boundaries/${city}.geojson.gz`, import.meta.url).pathname;

/** A point of downtown Vancouver, for tests that need any. */
export const vancouver: LatLng = { latitude: 49.28, longitude: -123.12 };

export const squareAround = ({ latitude, longitude }: LatLng, halfDegrees = 0.01): CutGeometry => ({
  type: "Polygon",
  coordinates: [
    [
      [longitude - halfDegrees, latitude - halfDegrees],
      [longitude + halfDegrees, latitude - halfDegrees],
      [longitude + halfDegrees, latitude + halfDegrees],
      [longitude - halfDegrees, latitude + halfDegrees],
      [longitude - halfDegrees, latitude - halfDegrees],
    ],
  ],
});

/** A stored area that knows its doors; give doors first. */
export const aCut = async (db: Db, given: Partial<Parameters<typeof insertCut>[1]> = {}): Promise<string> => {
  const id = given.id ?? newId();
  const geometry = given.geometry ?? squareAround(vancouver);
  const cut = {
    name: `Turf ${id}`,
    description: null,
    color: "#3388ff",
    opacity: 0.3,
    category: "CUSTOM" as const,
    isPublic: false,
    isOfficial: false,
  };
  await rawTransaction(db, async (client) => {
    await insertCut(client, {
      ...cut,
      source: "drawn",
      externalId: null,
      importRunId: null,
      createdByUserId: null,
      at: new Date(),
      ...given,
      id,
      geometry,
    });
    await rebuildMembership(client, { id, geometry });
    await recountCuts(client, [id]);
  });
  return id;
};

export type StoredDoor = { locationId: string; addressIds: string[] };

/** A stored building with its doors. */
export const aLocation = async (
  db: Db,
  given: Partial<Omit<NewLocation, "units">> & { text?: string; unitNumbers?: string[] } = {},
): Promise<StoredDoor> => {
  const { text = "1 Alexander St, Vancouver, BC", unitNumbers = [], ...rest } = given;
  const parts = parseAddressText(text);
  if (parts === null) throw new Error(`not an address: ${text}`);
  const { unitNumber: _unit, ...address } = parts;
  const units = (unitNumbers.length === 0 ? [null] : unitNumbers).map((unitNumber) => ({ id: newId(), unitNumber }));
  const id = rest.id ?? newId();
  const byHand = { geocodeConfidence: null, geocodeProvider: null, createdByUserId: null };
  const fixed = { ...vancouver, ...byHand, buildingType: "SINGLE_FAMILY" as const, buildingNotes: null, cutIds: [] };
  await insertLocation(db, { ...fixed, ...address, searchKey: searchKeyOf(parts), historyId: newId(), at: new Date(), ...rest, id, units });
  return { locationId: id, addressIds: units.map((unit) => unit.id) };
};

/** A stored canvass shift on a day far ahead, with room for ten. */
export const aShift = (db: Db, given: Partial<Parameters<typeof insertShift>[1]> = {}): Promise<Shift> =>
  insertShift(db, {
    id: newId(),
    title: "Saturday canvass",
    description: null,
    date: "2031-05-17",
    startTime: "10:00",
    endTime: "13:00",
    location: "Community hall",
    place: null,
    kind: "CANVASS",
    maxVolunteers: 10,
    openPlaces: 10,
    isPublic: true,
    cutId: null,
    captainUserId: null,
    translations: null,
    createdBy: null,
    createdAt: new Date(),
    ...given,
  });

/** Puts a file into storage the way the upload door does; gives its key. */
export const anUpload = async (
  storage: { put: (key: string, body: Buffer, contentType: string) => Promise<void> },
  { actor, bytes, purpose = "import" }: { actor: Actor; bytes: Buffer | string; purpose?: string },
): Promise<string> => {
  const key = `uploads/${newId()}`;
  const owner = actor.kind === "user" ? actor.userId : "";
  await storage.put(key, Buffer.from(bytes as string), "application/octet-stream");
  await storage.put(
    `${key}.json`,
    Buffer.from(JSON.stringify({ owner, purpose, fileName: "file", sizeBytes: bytes.length })),
    "application/json",
  );
  return key;
};

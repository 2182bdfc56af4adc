import { rememberStreetsIn } from "@cml/db/map";
import type { LatLng } from "@cml/domain/kernel";
import { mapCellOf, parseStreetLine, searchKeyOf, streetOf } from "@cml/domain/map";
import { createTestDb, type TestDb } from "@cml/testing";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { geocodeAllLocally, geocodeLocally, reverseLocally } from "./local";

type House = {
  line: string;
  municipality: string;
  province: string;
  postalCode: string | null;
  censusSubdivision?: string;
  units?: string[];
  at: [latitude: number, longitude: number];
};

/** Towns of the register as they are: boroughs kept by the post, one street name in two towns and twice in one. */
const houses: House[] = [
  { line: "10025 106 ST NW", municipality: "EDMONTON", province: "AB", postalCode: "T5J1G6", at: [53.5405, -113.499], units: ["101", "102", "PH1"] },
  { line: "10029 106 ST NW", municipality: "EDMONTON", province: "AB", postalCode: "T5J1G6", at: [53.5409, -113.499] },
  { line: "10025 107 ST NW", municipality: "EDMONTON", province: "AB", postalCode: "T5J1J1", at: [53.5405, -113.501] },
  { line: "12 MAIN ST", municipality: "COCHRANE", province: "AB", postalCode: "T4C1A1", at: [51.189, -114.467] },
  { line: "12 MAIN ST N", municipality: "AIRDRIE", province: "AB", postalCode: "T4B0R1", at: [51.291, -114.012] },
  { line: "14 MAIN ST N", municipality: "AIRDRIE", province: "AB", postalCode: "T4B0R1", at: [51.2912, -114.012] },
  { line: "12 MAIN ST S", municipality: "AIRDRIE", province: "AB", postalCode: "T4B0R2", at: [51.284, -114.012] },
  { line: "123 RUE SAINTE-CATHERINE O", municipality: "MONTRÉAL", province: "QC", postalCode: "H2X1K6", at: [45.508, -73.568] },
  { line: "123 RUE SAINTE-CATHERINE E", municipality: "MONTRÉAL", province: "QC", postalCode: "H2X1K7", at: [45.5135, -73.56] },
  { line: "77 CH DE LA CÔTE-DES-NEIGES", municipality: "MONTRÉAL", province: "QC", postalCode: "H3H1X1", at: [45.495, -73.59] },
  { line: "5000 YONGE ST", municipality: "NORTH YORK", province: "ON", postalCode: "M2N7E9", censusSubdivision: "Toronto", at: [43.765, -79.412] },
  { line: "99 AVENUE RD", municipality: "TORONTO", province: "ON", postalCode: "M5R2G5", censusSubdivision: "Toronto", at: [43.672, -79.396] },
  { line: "5 SAINT GEORGE ST", municipality: "TORONTO", province: "ON", postalCode: "M5S2E6", censusSubdivision: "Toronto", at: [43.662, -79.398] },
  { line: "2064 BOUL DU PLATEAU", municipality: "GATINEAU", province: "QC", postalCode: "J8A0K4", at: [45.45, -75.75] },
  { line: "40 KINGSWAY", municipality: "VANCOUVER", province: "BC", postalCode: "V5T3J7", at: [49.262, -123.1] },
  { line: "60 KINGSWAY", municipality: "VANCOUVER", province: "BC", postalCode: "V5T3J7", at: [49.26, -123.098] },
  { line: "12A OAK ST", municipality: "VANCOUVER", province: "BC", postalCode: "V6H2M1", at: [49.25, -123.12] },
  { line: "12 OAK ST", municipality: "VANCOUVER", province: "BC", postalCode: "V6H2M1", at: [49.2501, -123.12] },
  { line: "12 OAK AVE", municipality: "VANCOUVER", province: "BC", postalCode: "V6H2M9", at: [49.22, -123.05] },
]; // prettier-ignore

let test: TestDb;
const ids = new Map<string, string>();

beforeAll(async () => {
  test = await createTestDb();
  for (const house of houses) await build(house);
});
afterAll(() => test.drop());

const build = async ({ line, at, units = [], ...place }: House): Promise<void> => {
  const read = parseStreetLine(line);
  if (read === null) throw new Error(line);
  const { unitNumber: _unit, ...parts } = read.parts;
  const full = { ...parts, ...place, municipalityFr: null, censusSubdivision: place.censusSubdivision ?? null };
  const street = streetOf(full);
  await rememberStreetsIn(test.db, [street]);
  const point = { latitude: at[0], longitude: at[1] };
  const numbers = units.length === 0 ? [null] : units;
  const { id } = await test.db.prisma.location.create({
    data: {
      ...full,
      ...point,
      id: newId(),
      address: line,
      searchKey: searchKeyOf(full),
      streetKey: street.key,
      mapCell: mapCellOf(point),
      totalUnits: numbers.length,
      addresses: { create: numbers.map((unitNumber) => ({ id: newId(), unitNumber })) },
    },
  });
  ids.set(`${line}, ${place.municipality}`, id);
};

const best = async (text: string) => {
  const { candidates } = await geocodeLocally(test.db, { text });
  const first = candidates[0];
  return first === undefined
    ? null
    : {
        at: [...ids].find(([, id]) => id === first.locationId)?.[0] ?? first.address,
        accuracy: first.accuracy,
        confidence: first.confidence,
        first,
      };
};

describe("a building that stands", () => {
  it.each([
    ["10025 106 ST NW, EDMONTON, AB T5J 1G6", "10025 106 ST NW, EDMONTON"],
    ["10025 - 106 Street NW, Edmonton, Alberta", "10025 106 ST NW, EDMONTON"],
    ["10025 106th street northwest edmonton ab", "10025 106 ST NW, EDMONTON"],
    ["10025 107 St NW, T5J 1J1", "10025 107 ST NW, EDMONTON"],
    ["101-10025 106 St NW, Edmonton AB", "10025 106 ST NW, EDMONTON"],
    ["10025 106 Street NW, Apt 102, Edmonton", "10025 106 ST NW, EDMONTON"],
    ["12 Main Street, Cochrane, AB", "12 MAIN ST, COCHRANE"],
    ["12 Main Street North, Airdrie", "12 MAIN ST N, AIRDRIE"],
    ["12 Main Street S, Airdrie, Alberta, Canada", "12 MAIN ST S, AIRDRIE"],
    ["12 Mian Street South, Airdrie AB", "12 MAIN ST S, AIRDRIE"],
    ["12 Main Street South, Ardrie AB", "12 MAIN ST S, AIRDRIE"],
    ["12 Main Sreet South, Airdrie AB", "12 MAIN ST S, AIRDRIE"],
    ["12 Main St Suoth, Airdrie AB", "12 MAIN ST S, AIRDRIE"],
    ["12 Main St T4C1A1", "12 MAIN ST, COCHRANE"],
    ["123, rue Sainte-Catherine Ouest, Montréal (Québec) H2X 1K6", "123 RUE SAINTE-CATHERINE O, MONTRÉAL"],
    ["123 rue ste catherine ouest montreal qc", "123 RUE SAINTE-CATHERINE O, MONTRÉAL"],
    ["123 Ste-Catherine St. East, Montreal", "123 RUE SAINTE-CATHERINE E, MONTRÉAL"],
    ["123 rue Sainte-Caterine E, Montréal", "123 RUE SAINTE-CATHERINE E, MONTRÉAL"],
    ["123 rje Sainte-Catherine E, Montréal", "123 RUE SAINTE-CATHERINE E, MONTRÉAL"],
    ["77 chemin de la Cote des Neiges, Montreal", "77 CH DE LA CÔTE-DES-NEIGES, MONTRÉAL"],
    ["5000 Yonge Street, Toronto, ON", "5000 YONGE ST, NORTH YORK"],
    ["5000 Yonge Street, North York", "5000 YONGE ST, NORTH YORK"],
    ["5000 Yogne Street, Toronto", "5000 YONGE ST, NORTH YORK"],
    ["99 Avenue Road, City of Toronto", "99 AVENUE RD, TORONTO"],
    ["5 St. George Street, Toronto", "5 SAINT GEORGE ST, TORONTO"],
    ["12A Oak St, Vancouver", "12A OAK ST, VANCOUVER"],
    ["12 Oka St, Vancouver", "12 OAK ST, VANCOUVER"],
    ["12 Oak Avenue, Vancouver", "12 OAK AVE, VANCOUVER"],
    ["40 Kingswya, Vancouver", "40 KINGSWAY, VANCOUVER"],
    ["123 rue Saitne-Catherine E, Montréal", "123 RUE SAINTE-CATHERINE E, MONTRÉAL"],
    ["123 RUEE Sainte-Catherine E, Montréal", "123 RUE SAINTE-CATHERINE E, MONTRÉAL"],
    ["10025 106ht St NW, Edmonton", "10025 106 ST NW, EDMONTON"],
    ["2064 boulevard du Plateau, J8A 0K4", "2064 BOUL DU PLATEAU, GATINEAU"],
  ])("finds %s", async (text, at) => {
    const found = await best(text);
    expect(found).toMatchObject({ at, accuracy: "building" });
    expect(found?.confidence).toBeGreaterThanOrEqual(85);
  });

  it.each([
    ["10025 106 Street NW, Unit 102, Edmonton", "102"],
    ["ph1-10025 106 Street NW, Edmonton", "PH1"],
  ])("names the unit of %s", async (text, unitNumber) => {
    const addressId = (await best(text))?.first.addressId ?? "";
    expect(await test.db.prisma.address.findUnique({ where: { id: addressId } })).toMatchObject({ unitNumber });
  });

  it("names the only door of a house, and none of a tower whose unit nobody said", async () => {
    expect((await best("12 Main St, Cochrane"))?.first.addressId).not.toBeNull();
    expect((await best("10025 106 St NW, Edmonton"))?.first.addressId).toBeNull();
    expect((await best("10025 106 St NW, Unit 999, Edmonton"))?.first.addressId).toBeNull();
  });
});

describe("what nobody can be sure of", () => {
  it.each([
    ["12 Main Street, Alberta", 70],
    ["12 Main Street, Airdrie", 70],
    ["12 Oak Road, Vancouver", 80],
    ["12 Main Street West, Airdrie", 70],
  ])("is not sure about %s", async (text, most) => {
    const { candidates } = await geocodeLocally(test.db, { text });
    expect(candidates.length).toBeGreaterThanOrEqual(2);
    expect(candidates[0]?.confidence).toBeLessThanOrEqual(most);
  });

  it("does not take one number of a street for a misspelling of another", async () => {
    expect((await best("10025 108 St NW, Edmonton"))?.accuracy ?? "none").not.toBe("building");
  });
});

describe("a number no building has", () => {
  it("stands between its neighbours, and says so", async () => {
    const found = await best("50 Kingsway, Vancouver, BC");
    expect(found).toMatchObject({
      accuracy: "interpolated",
      at: "50 KINGSWAY",
      first: { locationId: null, latitude: 49.261, longitude: -123.099 },
    });
    expect(found?.confidence).toBeGreaterThanOrEqual(70);
    expect(found?.confidence).toBeLessThanOrEqual(80);
  });

  it.each([
    ["Kingsway, Vancouver", "street", 58],
    ["V5T 3J7", "postalCode", 45],
    ["9 Nowhere Crescent, V5T 3J7", "postalCode", 45],
    ["9 Nowhere Crescent, Montreal", "town", 25],
    ["Edmonton, AB", "town", 25],
    ["Montreal", "town", 25],
  ])("falls back for %s", async (text, accuracy, most) => {
    const found = await best(text);
    expect(found).toMatchObject({ accuracy });
    expect(found?.confidence).toBeLessThanOrEqual(most);
  });

  it.each(["", "   ", "???", "1", "9 Nowhere Crescent, Atlantis", '\'; DROP TABLE "Location"; --', "%%%%", "a".repeat(400)])(
    "finds nothing for '%s'",
    async (text) => expect((await geocodeLocally(test.db, { text })).candidates).toEqual([]),
  );
});

describe("the nearest building", () => {
  const near = async (point: LatLng) => (await reverseLocally(test.db, point)).candidates;

  it("is the one beside the click", async () => {
    const [first, second] = await near({ latitude: 49.25012, longitude: -123.12003 });
    expect(first).toMatchObject({ locationId: ids.get("12 OAK ST, VANCOUVER") });
    expect(second).toMatchObject({ locationId: ids.get("12A OAK ST, VANCOUVER") });
    expect(first?.confidence).toBeGreaterThanOrEqual(85);
  });

  it("is nobody's far out", async () => expect(await near({ latitude: 49.4, longitude: -123.4 })).toEqual([]));
});

it("answers many in the order they were asked", async () => {
  const answers = await geocodeAllLocally(test.db, [
    { text: "40 Kingsway, Vancouver" },
    { parts: { address: "99 Avenue Rd", municipality: "Toronto", province: "ON" } },
  ]);
  expect(answers.map(({ candidates }) => candidates[0]?.address)).toEqual(["40 KINGSWAY", "99 AVENUE RD"]);
});

it("sees a building the moment it is committed, and never one that was archived", async () => {
  expect((await best("7 Brand New Way, Vancouver"))?.accuracy).not.toBe("building");
  await build({ line: "7 BRAND NEW WAY", municipality: "VANCOUVER", province: "BC", postalCode: null, at: [49.2, -123.1] });
  expect((await best("7 Brand New Way, Vancouver"))?.at).toBe("7 BRAND NEW WAY, VANCOUVER");
  await test.db.prisma.location.updateMany({ where: { address: "7 BRAND NEW WAY" }, data: { archivedAt: new Date() } });
  expect((await best("7 Brand New Way, Vancouver"))?.accuracy).not.toBe("building");
});

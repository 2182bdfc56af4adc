import { aCampaign, aLocation, aStranger, createTestDb, fakeClock, testDeps, type TestDb } from "@cml/testing";
import { representAnswerSchema, representBoundarySchema, representPersonSchema } from "@cml/domain/influence";
import { systemActor } from "@cml/domain/kernel";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import rural from "../../../../../tooling/fixtures/represent/P0T1R0.json" with { type: "json" };
import thunderBay from "../../../../../tooling/fixtures/represent/point-thunder-bay.json" with { type: "json" };
import { locateStreet, lookUpRepresentatives } from "../index";

let test: TestDb;
beforeAll(async () => void (test = await createTestDb()));
afterAll(() => test.drop());
beforeEach(() => test.db.pool.query(`TRUNCATE "Location" CASCADE`));

const here = { latitude: 48.38, longitude: -89.25 };
const place = { ...here, place: "5 Lakeshore Drive, from outside", province: "ON", exact: true };
const answer = representAnswerSchema.parse(rural);

/** A person whose postal code lies in several districts asks for their street. */
const askFor = async (street: string) => {
  const deps = testDeps({ db: test.db, clock: fakeClock("2026-11-22T12:00:00Z") });
  deps.represent.answers.set("P0T1R0", answer);
  deps.represent.atPoint = {
    boundaries: representBoundarySchema.array().parse(thunderBay.boundaries),
    people: representPersonSchema.array().parse(thunderBay.people),
  };
  deps.geocoder.places.set(street, place);
  await lookUpRepresentatives(deps, systemActor(), { postalCode: "P0T1R0" });
  const { slug } = await aCampaign(test.db);
  const found = await locateStreet(deps, aStranger(), { campaignSlug: slug, postalCode: "P0T1R0", street, locale: "en" });
  return { found, asked: deps.geocoder.asked };
};
const aHouse = (number: number, latitude: number) =>
  aLocation(test.db, { text: `${number} Lakeshore Drive, ${answer.city}, ON`, postalCode: "P0T1R0", ...here, latitude });

it("answers a street from our own addresses, and no question leaves the house", async () => {
  await aHouse(5, here.latitude);
  const { found, asked } = await askFor("5 Lakeshore Dr.");
  expect(found).toMatchObject({ ...here, place: `5 Lakeshore Drive, ${answer.city}, ON` });
  expect(asked).toEqual([]);
});

it("answers a number between two neighbours we know", async () => {
  await aHouse(3, 48.3798);
  await aHouse(7, 48.3802);
  const { found, asked } = await askFor("5 Lakeshore Drive");
  expect(found.latitude).toBeCloseTo(here.latitude, 4);
  expect(asked).toEqual([]);
});

it("asks outside only for a street our map does not surely know", async () => {
  await aHouse(900, here.latitude);
  const { found, asked } = await askFor("5 Lakeshore Drive");
  expect(found.place).toBe(place.place);
  expect(asked).toMatchObject([{ street: "5 Lakeshore Drive", postalCode: "P0T1R0" }]);
});

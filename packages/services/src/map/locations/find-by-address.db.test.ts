import { createLocationInput } from "@cml/domain/map";
import { aCut, aLocation, anActor, aStranger, aUser, createTestDb, squareAround, type TestDb, testDeps } from "@cml/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createLocation, getLocation, locateLocation, updateLocation } from ".";
import { updateGeocoders } from "../geocoding";

let test: TestDb;
let userId: string;
beforeAll(async () => void (test = await createTestDb()));
afterAll(() => test.drop());
beforeEach(async () => {
  await test.db.pool.query(`TRUNCATE "Location", "Cut", "GeocoderConfig", "GeocodeCache" CASCADE`);
  userId = (await aUser(test.db, { role: "MAP_ADMIN" })).id;
});

const setUp = () => testDeps({ db: test.db });
const organiser = () => anActor("MAP_ADMIN", { userId });
const asked = (address: string, given: object = {}) =>
  createLocationInput.parse({ address, municipality: "Vancouver", province: "BC", ...given });
const north = { latitude: 49.2504, longitude: -123.12 };

/** 10 and 14 Oak St, with room for 12 between them. */
const aStreet = async () => {
  await aLocation(test.db, { text: "10 Oak St, Vancouver, BC", latitude: 49.25, longitude: -123.12 });
  await aLocation(test.db, { text: "14 Oak St, Vancouver, BC", ...north });
};

describe("a new building without a point", () => {
  it("stands where the map itself finds its address, with who found it in its history", async () => {
    const deps = setUp();
    await aStreet();
    const made = await createLocation(deps, organiser(), asked("12 Oak St"));
    expect(made).toMatchObject({ geocodeProvider: "LOCAL", geocodeConfidence: 80 });
    expect(made.latitude).toBeCloseTo(49.2502, 4);
    expect(made.history.map(({ action }) => action).sort()).toEqual(["CREATED", "GEOCODED"]);
    expect(deps.geocoders.asked).toEqual([]);
  });

  it("is not set up where nobody knows it, nor a second time", async () => {
    const deps = setUp();
    await aStreet();
    const nowhere = createLocation(deps, organiser(), asked("9 Nowhere Crescent"));
    await expect(nowhere).rejects.toMatchObject({ code: "INVALID", messageKey: "map.location.noPlace" });
    const again = createLocation(deps, organiser(), asked("10 Oak Street"));
    await expect(again).rejects.toMatchObject({
      code: "CONFLICT",
      messageKey: "map.location.standsAlready",
      params: { address: "10 Oak St" },
    });
    expect(await test.db.prisma.location.count()).toBe(2);
  });

  it("is found by geocoders of others where the map does not know it; a point shown by a person asks nobody", async () => {
    const deps = setUp();
    const rest = { baseUrl: null, perMinute: 600, perDay: null };
    const geocoders = (["MAPBOX", "NOMINATIM", "PHOTON", "LOCATIONIQ", "ARCGIS", "GOOGLE"] as const).map((provider) =>
      provider === "MAPBOX" ? { provider, isEnabled: true, key: "k-1", ...rest } : { provider, isEnabled: false, ...rest },
    );
    await updateGeocoders(deps, organiser(), { geocoders });
    deps.geocoders.answers.set("MAPBOX", {
      latitude: 49.3, longitude: -123.05, address: "9 Far Road", houseNumber: "9", municipality: "Vancouver", province: "BC", postalCode: null,
      precision: "rooftop", isPartial: false, score: null, confidence: 97,
    }); // prettier-ignore
    const made = await createLocation(deps, organiser(), asked("9 Far Road"));
    expect(made).toMatchObject({ geocodeProvider: "MAPBOX", geocodeConfidence: 97, latitude: 49.3 });
    expect(await createLocation(deps, organiser(), asked("11 Far Road", north))).toMatchObject({ ...north, geocodeProvider: null });
    expect(deps.geocoders.asked).toHaveLength(1);
  });
});

describe("placing a building by its address", () => {
  it("moves it to where the corrected address is found, and says when nobody knows it", async () => {
    const deps = setUp();
    await aStreet();
    const cutId = await aCut(test.db, { geometry: squareAround({ latitude: 49.2502, longitude: -123.12 }, 0.0001) });
    const { locationId: id } = await aLocation(test.db, { text: "12 Elm St, Vancouver, BC", latitude: 49.3, longitude: -123 });
    const before = await getLocation(deps, organiser(), id);
    const renamed = await updateLocation(deps, organiser(), { id, updatedAt: before.updatedAt, address: "12 Oak St" });
    const { isFound, location } = await locateLocation(deps, organiser(), { id, updatedAt: renamed.updatedAt });
    expect([isFound, location.geocodeProvider, location.cuts.map((cut) => cut.id)]).toEqual([true, "LOCAL", [cutId]]);
    expect(location.history.filter(({ action }) => action === "GEOCODED")).toHaveLength(1);
    const lost = await updateLocation(deps, organiser(), { id, updatedAt: location.updatedAt, address: "9 Nowhere Crescent" });
    const answer = await locateLocation(deps, organiser(), { id, updatedAt: lost.updatedAt });
    expect(answer).toMatchObject({ isFound: false, location: { latitude: location.latitude, geocodeProvider: "LOCAL" } });
  });

  it("says that somebody saved meanwhile, and is not for strangers", async () => {
    const deps = setUp();
    await aStreet();
    const { locationId: id } = await aLocation(test.db, { text: "12 Oak St, Vancouver, BC", latitude: 49.3, longitude: -123 });
    const { updatedAt } = await getLocation(deps, organiser(), id);
    const late = locateLocation(deps, organiser(), { id, updatedAt: new Date(0) });
    await expect(late).rejects.toMatchObject({ messageKey: "map.location.changedMeanwhile" });
    await expect(locateLocation(deps, aStranger(), { id, updatedAt })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(createLocation(deps, aStranger(), asked("12 Oak St"))).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

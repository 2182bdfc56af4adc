import { actorOf, aCampaign, aStranger, aUser, createTestDb, fakeClock, testDeps, type TestDb } from "@cml/testing";
import { representAnswerSchema, representBoundarySchema, representPersonSchema } from "@cml/domain/influence";
import { AppError, systemActor } from "@cml/domain/kernel";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import council from "../../../../../tooling/fixtures/represent/council-toronto.json" with { type: "json" };
import rural from "../../../../../tooling/fixtures/represent/P0T1R0.json" with { type: "json" };
import thunderBay from "../../../../../tooling/fixtures/represent/point-thunder-bay.json" with { type: "json" };
import setsAndShapes from "../../../../../tooling/fixtures/represent/sets-and-shapes.json" with { type: "json" };
import {
  clearRepresentativeCache,
  districtShapes,
  fetchFaces,
  getRepresentativesOverview,
  listCouncil,
  listRepresentativeAlerts,
  locateStreet,
  lookUpRepresentatives,
  markRepresentativeAlertsSeen,
  refreshCouncil,
} from "../index";

let test: TestDb;
beforeAll(async () => {
  test = await createTestDb();
});
afterAll(() => test.drop());
const staff = systemActor();
const day = 86_400_000;
const ridings = "federal-electoral-districts-2023-representation-order";
const toronto = "toronto-city-council";
const members = representPersonSchema.array().parse(council.people);

const setUp = () => {
  const clock = fakeClock("2026-11-22T12:00:00Z");
  const deps = testDeps({ db: test.db, clock });
  deps.represent.answers.set("P0T1R0", representAnswerSchema.parse(rural));
  deps.represent.councils.set(toronto, members);
  deps.represent.atPoint = {
    boundaries: representBoundarySchema.array().parse(thunderBay.boundaries),
    people: representPersonSchema.array().parse(thunderBay.people),
  };
  for (const [key, shape] of Object.entries(setsAndShapes.shapes)) deps.represent.shapes.set(key, shape);
  return { deps, clock };
};
beforeEach(async () => {
  await clearRepresentativeCache(setUp().deps, staff, { postalCode: null });
  await test.db.pool.query(`TRUNCATE "OfficeHolder", "RepresentativeAlert", "Campaign" CASCADE`);
});

describe("a whole council", () => {
  it("is read once for a crowd, given while old, and asked again in the background with the ids of who stayed", async () => {
    const { deps, clock } = setUp();
    const [first] = await Promise.all([1, 2, 3].map(() => listCouncil(deps, toronto)));
    expect([first?.length, deps.represent.councilsAsked]).toEqual([13, [toronto]]);
    clock.advance(8 * day);
    deps.represent.councils.set(toronto, members.slice(1));
    expect(await listCouncil(deps, toronto)).toHaveLength(13);
    await deps.jobs.run("influence.refresh-council", ({ setSlug }) => refreshCouncil(deps, staff, setSlug));
    const later = await listCouncil(deps, toronto);
    expect(later).toHaveLength(12);
    expect(later.every(({ id }) => first?.some((one) => one.id === id))).toBe(true);
  });

  it("tells a live campaign that writes to all of it who left, once, until somebody has seen it", async () => {
    const { deps } = setUp();
    const rule = {
      kind: "WHOLE_COUNCIL" as const,
      setSlug: toronto,
      setName: "Toronto City Council",
      level: "MUNICIPAL" as const,
      offices: [],
    };
    const { title } = await aCampaign(test.db, { targets: [rule] });
    await listCouncil(deps, toronto);
    deps.represent.councils.set(toronto, [{ ...members[0]!, name: "Next Mayor", email: "next@example.org" }, ...members.slice(1)]);
    await refreshCouncil(deps, staff, toronto);
    await refreshCouncil(deps, staff, toronto);
    const { items } = await listRepresentativeAlerts(deps, staff, { page: 1, pageSize: 10 });
    expect(items).toMatchObject([{ kind: "CHANGED", before: "Sam Mayorson", after: "Next Mayor", campaignTitle: title, seenAt: null }]);
    expect(await markRepresentativeAlertsSeen(deps, staff, { id: null })).toEqual({ seen: 1 });
  });

  it("tells it to the campaign's owner and to those who see all campaigns, and nobody else may put it away", async () => {
    const { deps } = setUp();
    const [owner, other] = [actorOf(await aUser(test.db, { role: "USER" })), actorOf(await aUser(test.db, { role: "USER" }))];
    const rule = {
      kind: "WHOLE_COUNCIL" as const,
      setSlug: toronto,
      setName: "Toronto City Council",
      level: "MUNICIPAL" as const,
      offices: [],
    };
    await aCampaign(test.db, { targets: [rule], createdByUserId: owner.userId });
    await listCouncil(deps, toronto);
    deps.represent.councils.set(toronto, [{ ...members[0]!, name: "Next Mayor", email: "next@example.org" }, ...members.slice(1)]);
    await refreshCouncil(deps, staff, toronto);
    const page = { page: 1, pageSize: 10 };
    const [alert] = (await listRepresentativeAlerts(deps, owner, page)).items;
    expect((await getRepresentativesOverview(deps, owner)).unseenAlerts).toBe(1);
    for (const actor of [other, aStranger()]) {
      expect(await listRepresentativeAlerts(deps, actor, page)).toMatchObject({ total: 0, items: [] });
      expect((await getRepresentativesOverview(deps, actor)).unseenAlerts).toBe(0);
      for (const id of [null, alert?.id ?? ""]) expect(await markRepresentativeAlertsSeen(deps, actor, { id })).toEqual({ seen: 0 });
    }
    const admin = actorOf(await aUser(test.db, { role: "INFLUENCE_ADMIN" }));
    expect((await listRepresentativeAlerts(deps, admin, page)).total).toBe(1);
    expect(await markRepresentativeAlertsSeen(deps, owner, { id: alert?.id ?? "" })).toEqual({ seen: 1 });
    expect((await listRepresentativeAlerts(deps, admin, page)).items).toMatchObject([{ seenAt: deps.clock.now() }]);
  });

  it("that nobody knows is not found, and one that cannot be read says so", async () => {
    const { deps } = setUp();
    await expect(listCouncil(deps, "nowhere")).rejects.toMatchObject({ code: "NOT_FOUND" });
    deps.represent.councils.set(toronto, new AppError("UPSTREAM", "representative.unreachable"));
    await expect(listCouncil(deps, toronto)).rejects.toMatchObject({ code: "UPSTREAM" });
  });
});

describe("a street", () => {
  const ask = async ({ deps }: ReturnType<typeof setUp>, street = "5 Lakeshore Drive") => {
    const { slug } = await aCampaign(test.db);
    return locateStreet(deps, aStranger(), { campaignSlug: slug, postalCode: "P0T1R0", street, locale: "en" });
  };
  const place = { latitude: 48.38, longitude: -89.25, place: "5 Lakeshore Drive, Thunder Bay", province: "ON", exact: true };

  it("proves a district that the code's centre does not lie in, and it may then be chosen", async () => {
    const house = setUp();
    house.deps.geocoder.places.set("5 Lakeshore Drive", place);
    await lookUpRepresentatives(house.deps, staff, { postalCode: "P0T1R0" });
    const found = await ask(house);
    expect(found).toMatchObject({
      place: place.place,
      districts: [`${ridings}/35115`, "ontario-electoral-districts-representation-act-2015/111"],
    });
    const open = await lookUpRepresentatives(house.deps, staff, { postalCode: "P0T1R0" });
    expect(open.levels[0]?.districts.map(({ key }) => key)).toEqual([`${ridings}/35116`, `${ridings}/35115`]);
    const chosen = await lookUpRepresentatives(house.deps, staff, { postalCode: "P0T1R0", districts: found.districts });
    expect(chosen.representatives.map(({ name }) => name)).toEqual(["Noémie Castonguay-Bell", "Ole Kivelä"]);
    expect(chosen.splitLevels).toEqual([]);
  });

  it.each([
    ["is not found", null, "NOT_FOUND"],
    ["lies in another province", { ...place, province: "BC" }, "NOT_FOUND"],
    ["lies far from the code", { ...place, latitude: 45.4, longitude: -75.7 }, "NOT_FOUND"],
    ["cannot be asked for", new AppError("UPSTREAM", "representative.streetUnreachable"), "UPSTREAM"],
  ])("that %s leaves the choice to the person", async (_what, answer, code) => {
    const house = setUp();
    await lookUpRepresentatives(house.deps, staff, { postalCode: "P0T1R0" });
    if (answer !== null) house.deps.geocoder.places.set("5 Lakeshore Drive", answer);
    await expect(ask(house)).rejects.toMatchObject({ code });
  });
});

it("gives outlines for a map, each asked for once, and leaves out what nobody knows", async () => {
  const { deps } = setUp();
  const districts = [`${ridings}/35110`, "nowhere/1"];
  const { features } = await districtShapes(deps, aStranger(), { districts });
  expect(features).toMatchObject([{ type: "Feature", properties: { key: `${ridings}/35110` }, geometry: { type: "MultiPolygon" } }]);
  await districtShapes(deps, aStranger(), { districts: [`${ridings}/35110`] });
  expect(deps.represent.shapesAsked).toEqual(districts);
});

const onePixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

it("makes small pictures of its own of photos, once, and remembers those that could not be had", async () => {
  const { deps } = setUp();
  await lookUpRepresentatives(deps, staff, { postalCode: "P0T1R0" });
  const bytes = Buffer.from(onePixel, "base64");
  deps.fetchRemote.files.set("https://example.org/photos/benvenuti.jpg", { bytes, contentType: "image/png" });
  expect(await fetchFaces(deps, staff)).toEqual({ fetched: 1, failed: 1 });
  expect(await fetchFaces(deps, staff)).toEqual({ fetched: 0, failed: 0 });
  const [mp, mpp] = (await lookUpRepresentatives(deps, staff, { postalCode: "P0T1R0" })).representatives;
  expect(mp?.photoKey).toMatch(/^faces\/.+\.webp$/);
  expect(deps.storage.files.get(mp?.photoKey ?? "")?.contentType).toBe("image/webp");
  expect(mpp?.photoKey).toBeNull();
});

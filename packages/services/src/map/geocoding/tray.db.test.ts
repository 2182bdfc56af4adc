import { rawTransaction } from "@cml/db";
import { systemActor } from "@cml/domain/kernel";
import { createImportInput, listUnplacedInput, type PlaceUnplacedInput } from "@cml/domain/map";
import { aCut, anActor, anUpload, aStranger, aUser, createTestDb, squareAround, type TestDb, testDeps } from "@cml/testing";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  bringUnplacedBack, countMapWork, geocodeUnplaced, listUnplaced, placeUnplacedRow, setUnplacedAside, takeUnplacedBack, unplacedCandidates,
} from "."; // prettier-ignore
import { createImport, runImport, runUndo, undoImport } from "../imports";
import { updateLocation } from "../locations";

let test: TestDb;
let userId: string;
beforeAll(async () => void (test = await createTestDb()));
afterAll(() => test.drop());
beforeEach(async () => {
  await test.db.pool.query(`TRUNCATE "Location", "Cut", "ImportRun", "UnplacedAddress" CASCADE`);
  userId = (await aUser(test.db, { role: "MAP_ADMIN" })).id;
});

const setUp = () => testDeps({ db: test.db });
type Fakes = ReturnType<typeof setUp>;
const organiser = () => anActor("MAP_ADMIN", { userId });

/** An import of these rows: id, address, unit and point, the point often blank. */
const bringIn = async (deps: Fakes, rows: readonly string[], fileName = "list.csv") => {
  const bytes = `id,address,unit,lat,lng\n${rows.join("\n")}\n`;
  const uploadKey = await anUpload(deps.storage, { actor: organiser(), bytes });
  const input = createImportInput.parse({ kind: "addresses", uploadKey, fileName, source: fileName });
  const run = await createImport(deps, organiser(), input);
  await runImport(deps, systemActor(), { importId: run.id });
  return run.id;
};
const standing = (id: number, address: string, latitude = 49.25) => `${id},"${address}, Vancouver, BC",,${latitude},-123.1`;
const lost = (id: number, address: string, unit = "") => `${id},"${address}, Vancouver, BC",${unit},,`;

const list = (deps: Fakes, given: Partial<Parameters<typeof listUnplaced>[2]> = {}) =>
  listUnplaced(deps, organiser(), listUnplacedInput.parse(given));
const idOf = async (address: string) => (await test.db.prisma.unplacedAddress.findFirstOrThrow({ where: { address } })).id;
const byHand = (latitude = 49.26, longitude = -123.11): PlaceUnplacedInput["to"] => ({ kind: "hand", latitude, longitude });
const buildings = () => test.db.prisma.location.findMany({ include: { addresses: true, history: true }, orderBy: { address: "asc" } });

describe("the list of what is not on the map", () => {
  it("pages in the order of the files and filters by import, reason and words", async () => {
    const deps = setUp();
    const first = await bringIn(deps, [lost(1, "12 Rue Saint-Élie"), lost(2, "14 Oak St", "5"), lost(3, "16 Oak St")]);
    deps.clock.advance(1_000);
    await bringIn(deps, [lost(1, "1 Elm St")], "other.csv");
    const page = await list(deps, { limit: 2 });
    expect(page).toMatchObject({ total: 4, hasNext: true, byReason: [{ reason: "noPoint", count: 4 }] });
    expect(page.imports.map(({ fileName, count }) => [fileName, count])).toEqual([["other.csv", 1], ["list.csv", 3]]); // prettier-ignore
    const rest = await list(deps, { limit: 2, afterId: page.items[1]?.id ?? null });
    expect([...page.items, ...rest.items].map(({ address }) => address)).toEqual([
      "12 Rue Saint-Élie",
      "14 Oak St",
      "16 Oak St",
      "1 Elm St",
    ]);
    expect(rest.hasNext).toBe(false);
    const found = await list(deps, { q: "saint elie", importId: first, reason: "noPoint" });
    expect(found.items).toMatchObject([{ address: "12 Rue Saint-Élie", row: 1, fileName: "list.csv", municipality: "Vancouver" }]);
    expect(found.total).toBe(1);
    expect((await list(deps, { q: "100%" })).items).toEqual([]);
    // An accent stands for its letter, not for any.
    for (const [q, rows] of [["sient", 0], ["SAÏNT 12", 1], ["14", 1], ["oak vancouver", 2]] as const) expect((await list(deps, { q })).total, q).toBe(rows); // prettier-ignore
  });

  it("keeps what was set aside and what was placed apart, the latest first", async () => {
    const deps = setUp();
    await bringIn(deps, [lost(1, "10 Oak St"), lost(2, "12 Oak St"), lost(3, "14 Oak St")]);
    const ids = await Promise.all(["10 Oak St", "12 Oak St"].map(idOf));
    expect((await setUnplacedAside(deps, organiser(), { ids: [...ids, newId()] })).changed).toHaveLength(2);
    expect((await setUnplacedAside(deps, organiser(), { ids })).changed).toEqual([]);
    deps.clock.advance(1_000);
    await placeUnplacedRow(deps, organiser(), { id: await idOf("14 Oak St"), to: byHand() });
    const aside = await list(deps, { state: "setAside", limit: 1 });
    const behind = await list(deps, { state: "setAside", limit: 1, afterId: aside.items[0]?.id ?? null });
    expect([aside.total, aside.items[0]?.address, behind.items[0]?.address]).toEqual([2, "12 Oak St", "10 Oak St"]);
    expect((await list(deps, { state: "placed" })).items).toMatchObject([
      { address: "14 Oak St", locationId: expect.any(String) as string },
    ]);
    expect((await bringUnplacedBack(deps, organiser(), { ids })).changed).toHaveLength(2);
    expect((await list(deps)).total).toBe(2);
  });
});

describe("placing", () => {
  it("by hand sets the door up with its import, its area and who did it", async () => {
    const deps = setUp();
    const cutId = await aCut(test.db, { geometry: squareAround({ latitude: 49.26, longitude: -123.11 }, 0.002) });
    const importId = await bringIn(deps, [lost(1, "10 Oak St", "3")]);
    const { locationId } = await placeUnplacedRow(deps, organiser(), { id: await idOf("10 Oak St"), to: byHand() });
    const [made] = await buildings();
    expect(made).toMatchObject({
      id: locationId,
      importRunId: importId,
      geocodeProvider: null,
      geocodeConfidence: null,
      streetKey: "oak|vancouver|bc",
    });
    expect(made?.addresses).toMatchObject([{ unitNumber: "3", externalId: "1", importRunId: importId }]);
    expect(made?.history.find(({ action }) => action === "MOVED_ON_MAP")).toMatchObject({ userId, field: "point" });
    expect(await test.db.prisma.cut.findUniqueOrThrow({ where: { id: cutId } })).toMatchObject({ addressCount: 1 });
  });

  it("at a building of ours makes it a unit there, however the row spells it", async () => {
    const deps = setUp();
    await bringIn(deps, [standing(1, "10 Oak St"), lost(2, "10 Oaak St", "7")]);
    const id = await idOf("10 Oaak St");
    const { local } = await unplacedCandidates(deps, organiser(), { id, askOthers: false });
    const oak = local.find(({ accuracy }) => accuracy === "building");
    if (oak === undefined) throw new Error("the building is not offered");
    const { latitude, longitude, confidence, locationId } = oak;
    const to = { kind: "take", latitude: latitude + 0.001, longitude, confidence, provider: "LOCAL", locationId } as const;
    expect((await placeUnplacedRow(deps, organiser(), { id, to })).locationId).toBe(locationId);
    const all = await buildings();
    expect(all.map(({ address, totalUnits }) => [address, totalUnits])).toEqual([["10 Oak St", 2]]);
  });

  it("of a chosen row asks the map first, and leaves it where nobody is sure", async () => {
    const deps = setUp();
    await bringIn(deps, [standing(1, "10 Oak St"), standing(2, "14 Oak St", 49.2502), lost(3, "12 Oak St"), lost(4, "9 Nowhere Crescent")]);
    const placed = await geocodeUnplaced(deps, organiser(), { id: await idOf("12 Oak St"), isBulk: true });
    expect(placed).toMatchObject({ confidence: 80 });
    expect(placed.locationId).not.toBeNull();
    expect(await geocodeUnplaced(deps, organiser(), { id: await idOf("9 Nowhere Crescent"), isBulk: false })).toMatchObject({
      locationId: null,
    });
    expect((await list(deps)).items).toMatchObject([{ address: "9 Nowhere Crescent" }]);
    expect(deps.geocoders.asked).toEqual([]);
  });

  it("happens once: who comes second is told", async () => {
    const deps = setUp();
    await bringIn(deps, [lost(1, "10 Oak St")]);
    const id = await idOf("10 Oak St");
    const both = await Promise.allSettled([1, 2].map(() => placeUnplacedRow(deps, organiser(), { id, to: byHand() })));
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(placeUnplacedRow(deps, organiser(), { id, to: byHand() })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await test.db.prisma.address.count()).toBe(1);
  });
});

describe("taking a placed row back", () => {
  it("removes its building with history and area counts, and the row waits again", async () => {
    const deps = setUp();
    const cutId = await aCut(test.db, { geometry: squareAround({ latitude: 49.26, longitude: -123.11 }, 0.002) });
    await bringIn(deps, [lost(1, "10 Oak St")]);
    const id = await idOf("10 Oak St");
    await placeUnplacedRow(deps, organiser(), { id, to: byHand() });
    await takeUnplacedBack(deps, organiser(), { id });
    expect(await buildings()).toEqual([]);
    expect(await test.db.prisma.cut.findUniqueOrThrow({ where: { id: cutId } })).toMatchObject({ addressCount: 0 });
    expect((await list(deps)).items).toMatchObject([{ id }]);
    await expect(takeUnplacedBack(deps, organiser(), { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await placeUnplacedRow(deps, organiser(), { id, to: byHand() });
    expect(await buildings()).toHaveLength(1);
  });

  it("leaves a building that has other doors, and the door that stood before", async () => {
    const deps = setUp();
    await bringIn(deps, [standing(1, "10 Oak St"), lost(2, "10 Oak St", "7")]);
    const unit = await idOf("10 Oak St");
    await placeUnplacedRow(deps, organiser(), { id: unit, to: byHand(49.25, -123.1) });
    await takeUnplacedBack(deps, organiser(), { id: unit });
    const [oak] = await buildings();
    expect(oak).toMatchObject({ totalUnits: 1, addresses: [{ externalId: "1" }] });
    expect(oak?.history.filter(({ field }) => field === "unit.removed")).toMatchObject([{ oldValue: "7", userId }]);
    await bringIn(deps, [lost(9, "10 Oak St")], "again.csv");
    const again = (await list(deps, { q: "oak" })).items.find(({ unitNumber }) => unitNumber === null)?.id ?? "";
    await placeUnplacedRow(deps, organiser(), { id: again, to: byHand(49.25, -123.1) });
    await takeUnplacedBack(deps, organiser(), { id: again });
    expect((await buildings())[0]?.addresses).toMatchObject([{ externalId: "1" }]);
  });

  it("is refused when somebody was at the door or changed the building", async () => {
    const deps = setUp();
    await bringIn(deps, [lost(1, "10 Oak St"), lost(2, "12 Oak St")]);
    const [visited, edited] = await Promise.all(["10 Oak St", "12 Oak St"].map(idOf));
    const one = await placeUnplacedRow(deps, organiser(), { id: visited ?? "", to: byHand() });
    const two = await placeUnplacedRow(deps, organiser(), { id: edited ?? "", to: byHand(49.27) });
    await test.db.prisma.address.updateMany({ where: { locationId: one.locationId }, data: { lastVisitedAt: new Date() } });
    deps.clock.advance(1_000);
    const { updatedAt } = await test.db.prisma.location.findUniqueOrThrow({ where: { id: two.locationId } });
    await updateLocation(deps, organiser(), { id: two.locationId, updatedAt, postalCode: "V6B 1A1" });
    for (const id of [visited, edited])
      await expect(takeUnplacedBack(deps, organiser(), { id: id ?? "" })).rejects.toMatchObject({ messageKey: "map.tray.doorUsed" });
    expect(await buildings()).toHaveLength(2);
  });
});

it("forgets with an undone import what it had set aside, so that the file brings it again", async () => {
  const deps = setUp();
  const importId = await bringIn(deps, [lost(1, "10 Oak St"), lost(2, "12 Oak St"), standing(3, "14 Oak St")]);
  await setUnplacedAside(deps, organiser(), { ids: [await idOf("10 Oak St")] });
  await undoImport(deps, organiser(), { importId });
  await runUndo(deps, systemActor(), { importId });
  expect(await test.db.prisma.unplacedAddress.count()).toBe(0);
  await bringIn(deps, [lost(1, "10 Oak St"), lost(2, "12 Oak St")]);
  expect((await list(deps)).total).toBe(2);
});

it.each(["waiting", "aside", "placed"])("finds words among those %s without reading a row", async (state) => {
  const settled = `"resolvedAt" IS NOT NULL AND "resolvedLocationId" IS ${state === "placed" ? "NOT NULL" : "NULL"}`;
  const { rows } = await rawTransaction(test.db, async (client) => {
    // A table of a few rows is read whole; that of a hundred thousand is not.
    await client.query("SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off");
    return client.query<{ "QUERY PLAN": string }>(
      `EXPLAIN SELECT "id" FROM "UnplacedAddress" WHERE ${state === "waiting" ? `"resolvedAt" IS NULL` : settled} AND "searchText" LIKE ALL ('{%elm%}'::text[])`,
    );
  });
  expect(rows.map((row) => row["QUERY PLAN"]).join("\n")).toContain(`Index Only Scan using "UnplacedAddress_${state}_order_idx"`);
});

it("tells how much waits for a person", async () => {
  const deps = setUp();
  await bringIn(deps, [lost(1, "10 Oak St"), standing(2, "12 Oak St")]);
  await test.db.prisma.location.updateMany({ data: { geocodeConfidence: 50, geocodeProvider: "NOMINATIM" } });
  expect(await countMapWork(deps, organiser())).toEqual({ unplaced: 1, weak: 1, unmatched: 0 });
});

describe("a stranger", () => {
  it.each<[string, (deps: Fakes, actor: ReturnType<typeof aStranger>, id: string) => Promise<unknown>]>([
    ["sees no list", (deps, actor) => listUnplaced(deps, actor, listUnplacedInput.parse({}))],
    ["sees no counts", (deps, actor) => countMapWork(deps, actor)],
    ["sees no candidates", (deps, actor, id) => unplacedCandidates(deps, actor, { id, askOthers: false })],
    ["places nothing", (deps, actor, id) => placeUnplacedRow(deps, actor, { id, to: byHand() })],
    ["geocodes nothing", (deps, actor, id) => geocodeUnplaced(deps, actor, { id, isBulk: false })],
    ["sets nothing aside", async (deps, actor, id) => setUnplacedAside(deps, actor, { ids: [id] })],
    ["brings nothing back", async (deps, actor, id) => bringUnplacedBack(deps, actor, { ids: [id] })],
    ["takes nothing back", async (deps, actor, id) => takeUnplacedBack(deps, actor, { id })],
  ])("%s", async (_name, work) => {
    const deps = setUp();
    await bringIn(deps, [lost(1, "10 Oak St")]);
    await expect(work(deps, aStranger(), await idOf("10 Oak St"))).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect((await list(deps)).total).toBe(1);
  });
});

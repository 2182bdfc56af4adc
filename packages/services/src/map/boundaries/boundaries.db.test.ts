import { representPageSchema, representBoundarySchema } from "@cml/domain/influence";
import { AppError } from "@cml/domain/kernel";
import { createLocationInput, searchBoundariesInput, type SearchBoundariesInput } from "@cml/domain/map";
import { actorOf, anActor, aStranger, aUser, createTestDb, fakeClock, testConfig, testDeps } from "@cml/testing";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import recorded from "../../../../../tooling/fixtures/represent/boundaries.json" with { type: "json" };
import { districtsAt } from "../../influence/representatives/districts-at";
import { getCut } from "../cuts";
import { createLocation } from "../locations/create-location";
import { previewBoundary, searchBoundaries, takeBoundary } from ".";

const test = await createTestDb();
const { db } = test;
afterAll(() => test.drop());
beforeEach(async () => {
  await db.pool.query(`TRUNCATE "Location", "Cut", "Boundary" CASCADE`);
});

const admin = actorOf(await aUser(db, { role: "MAP_ADMIN" }));
const limited = anActor("USER", { permissions: { areas: { map: "edit" }, cutIds: ["01890000-0000-7000-8000-000000000001"] } });

/** A directory that answers what was recorded, and may fall silent. */
const aDirectory = () => {
  const deps = testDeps({ db, clock: fakeClock("2031-05-17T17:00:00Z") });
  const sets = recorded.sets.map(({ url, name, domain }) => {
    const slug = url.split("/")[2] ?? "";
    const { authority, licence_url } = (recorded.setDetails as Record<string, { authority: string; licence_url: string }>)[slug] ?? {
      authority: "",
      licence_url: "",
    };
    return { slug, name, domain, authority, licence_url };
  });
  const listed = representPageSchema(representBoundarySchema).parse({ objects: recorded.boundaries, meta: {} }).objects;
  const answers = { sets, listed, outlines: new Map<string, unknown>(Object.entries(recorded.outlines)) };
  deps.represent.boundaries = answers;
  return { deps, answers, silence: () => (deps.represent.boundaries = new AppError("UPSTREAM", "representative.unreachable")) };
};

const find = (given: Partial<SearchBoundariesInput>): SearchBoundariesInput => searchBoundariesInput.parse({ search: "", ...given });
const ward = "toronto-wards-2018/spadina-fort-york";
const square = (west: number, south: number, size = 0.02) => ({ type: "Polygon", coordinates: [[[west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south]]] }); // prettier-ignore

describe("searching a boundary by its name", () => {
  it("finds it in the newest sets only, the nearest name first, and older ones when asked", async () => {
    const { deps } = aDirectory();
    const found = await searchBoundaries(deps, admin, find({ search: "spadina" }));
    expect(found).toMatchObject({ directory: "answered", isMore: false });
    expect(found.items.map(({ key }) => key)).toEqual([
      ward,
      "ontario-electoral-districts-representation-act-2015/spadina-fort-york",
      "federal-electoral-districts-2023-representation-order/35100",
    ]);
    expect(found.items[0]).toMatchObject({
      level: "WARD",
      province: "ON",
      year: 2018,
      setName: "Toronto ward",
      isHere: false,
      cutId: null,
    });
    const older = await searchBoundaries(deps, admin, find({ search: "spadina", superseded: true }));
    expect(older.items.map(({ key }) => key)).toContain("federal-electoral-districts-2013-representation-order/35101");
  });

  it("by level and province, and however accents are typed", async () => {
    const { deps } = aDirectory();
    const federal = await searchBoundaries(deps, admin, find({ search: "montreal", level: "FEDERAL", province: "QC" }));
    expect(federal.items.map(({ name }) => name)).toEqual(["Montréal—Ville-Marie"]);
    const town = await searchBoundaries(deps, admin, find({ search: "montreal", level: "MUNICIPALITY" }));
    expect(town.items.map(({ name }) => name)).toEqual(["Montréal"]);
    expect((await searchBoundaries(deps, admin, find({ search: "toronto", level: "MUNICIPALITY", province: "AB" }))).items).toEqual([]);
    expect((await searchBoundaries(deps, admin, find({ search: "t" }))).items).toEqual([]);
  });

  it("asks the same question once", async () => {
    const { deps } = aDirectory();
    for (let again = 0; again < 3; again += 1) await searchBoundaries(deps, admin, find({ search: "fort york" }));
    expect(deps.represent.boundariesAsked).toEqual(["fort york"]);
  });

  it("finds what lies here when the directory is silent, and says that it is", async () => {
    const { deps, silence } = aDirectory();
    await previewBoundary(deps, admin, { key: ward });
    silence();
    const found = await searchBoundaries(deps, admin, find({ search: "fort y" }));
    expect(found).toMatchObject({
      directory: "unreachable",
      items: [{ key: ward, isHere: true, name: "Spadina-Fort York", setName: "Toronto ward" }],
    });
    const closed = { ...deps, config: { ...testConfig, representativeSources: ["local" as const] } };
    expect(await searchBoundaries(closed, admin, find({ search: "fort y" }))).toMatchObject({
      directory: "notAsked",
      items: [{ key: ward }],
    });
  });

  it("is for people who edit the whole map", async () => {
    const { deps } = aDirectory();
    for (const stranger of [aStranger(), limited, anActor("USER")]) {
      await expect(searchBoundaries(deps, stranger, find({ search: "fort york" }))).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(previewBoundary(deps, stranger, { key: ward })).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(takeBoundary(deps, stranger, { key: ward, reshape: false })).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    expect(deps.represent.boundariesAsked).toEqual([]);
  });
});

describe("a boundary that is taken", () => {
  it("shows its doors first, then becomes locked turf that thanks its source", async () => {
    const { deps } = aDirectory();
    for (const place of [0, 1])
      await createLocation(deps, admin, createLocationInput.parse({ latitude: 43.6426 + place * 1e-3, longitude: -79.3871, address: `${place + 1} Front St W` })); // prettier-ignore
    const shown = await previewBoundary(deps, admin, { key: ward });
    expect(shown).toMatchObject({ locations: 2, addresses: 2, credit: "City of Toronto", isSimplified: false, cutId: null, before: null });
    expect(shown.licenceUrl).toContain("open.toronto.ca");
    const { outcome, cut } = await takeBoundary(deps, admin, { key: ward, reshape: false });
    expect([outcome, cut.isOfficial, cut.source, cut.category, cut.addressCount]).toEqual([
      "created",
      true,
      "toronto-wards-2018",
      "WARD",
      2,
    ]);
    const { rows } = await db.pool.query(`SELECT c."externalId", b."source" FROM "Cut" c JOIN "Boundary" b ON b."id" = c."boundaryId"`);
    expect(rows).toEqual([{ externalId: "spadina-fort-york", source: "Represent" }]);
    expect((await searchBoundaries(deps, admin, find({ search: "fort york", level: "WARD" }))).items[0]?.cutId).toBe(cut.id);
  });

  it("taken again is the same turf; a shape that changed is shown, and taken on when that is wanted", async () => {
    const { deps, answers } = aDirectory();
    const { cut } = await takeBoundary(deps, admin, { key: ward, reshape: false });
    expect(await takeBoundary(deps, admin, { key: ward, reshape: false })).toMatchObject({ outcome: "same", cut: { id: cut.id } });
    answers.outlines.set(ward, square(-79.41, 43.63));
    deps.clock.advance(25 * 3_600_000);
    expect((await previewBoundary(deps, admin, { key: ward })).before).toMatchObject({ id: cut.id, geometry: cut.geometry });
    await expect(takeBoundary(deps, admin, { key: ward, reshape: false })).rejects.toMatchObject({ messageKey: "map.boundary.reshaped" });
    expect(await takeBoundary(deps, admin, { key: ward, reshape: true })).toMatchObject({ outcome: "reshaped", cut: { id: cut.id } });
    expect((await getCut(deps, admin, cut.id)).geometry).toEqual(square(-79.41, 43.63));
  });

  it("is had from here when nobody answers, and refused in plain words when it never was here", async () => {
    const { deps, silence } = aDirectory();
    await previewBoundary(deps, admin, { key: ward });
    silence();
    deps.clock.advance(48 * 3_600_000);
    expect(await takeBoundary(deps, admin, { key: ward, reshape: false })).toMatchObject({ outcome: "created" });
    const never = previewBoundary(deps, admin, { key: "census-subdivisions/3520005" });
    await expect(never).rejects.toMatchObject({ code: "UPSTREAM", messageKey: "map.boundary.unreachable" });
  });

  it("tells two towns of one name apart, mends an outline that crosses itself, and knows what is gone", async () => {
    const { deps } = aDirectory();
    const names = [];
    for (const id of ["3525005", "3514019"])
      names.push((await takeBoundary(deps, admin, { key: `census-subdivisions/${id}`, reshape: false })).cut.name);
    expect(names).toEqual(["Hamilton", "Hamilton (3514019)"]);
    expect((await takeBoundary(deps, admin, { key: "census-subdivisions/3501012", reshape: false })).cut.geometry.type).toBe(
      "MultiPolygon",
    );
    await expect(previewBoundary(deps, admin, { key: "toronto-wards-2018/atlantis" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("says nothing about who represents whom", async () => {
    const { deps } = aDirectory();
    await takeBoundary(deps, admin, { key: ward, reshape: false });
    expect(await districtsAt(deps, { latitude: 43.6426, longitude: -79.3871 })).toEqual([]);
  });
});

import { locationFilterSchema, noFilter, readLocationFilter, type Tile, toMercator } from "@cml/domain/map";
import { type Actor, systemActor } from "@cml/domain/kernel";
import { readTile } from "@cml/formats";
import { actorOf, aCut, aLocation, anActor, aShift, aStranger, aUser, createTestDb, squareAround, type TestDb, testDeps, vancouver } from "@cml/testing"; // prettier-ignore
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { handOutTurf } from "../turf-assignments";
import { foldTileCounts, getPublicTile, getStaffTile, getTileVersions, watchTileCounts } from ".";

let test: TestDb;
beforeAll(async () => void (test = await createTestDb()));
afterAll(() => test.drop());
beforeEach(() => test.db.pool.query(`TRUNCATE "Location", "Cut", "Shift" CASCADE`));

const near = vancouver;
const far = { latitude: 49.2, longitude: -122.9 };
const tileOf = (place: typeof near, z: number): Tile => {
  const { x, y } = toMercator(place);
  return { z, x: Math.floor(x * 2 ** z), y: Math.floor(y * 2 ** z) };
};

const read = ({ bytes }: { bytes: Uint8Array }) => readTile(bytes);

const address = (id: string | undefined, set: string) => test.db.pool.query(`UPDATE "Address" SET ${set} WHERE "id" = $1`, [id]);

/** Near: a strong supporter with a sign, and a tower of three of whom one was visited; far: an opponent. */
const setUp = async () => {
  const { db } = test;
  const deps = testDeps({ db });
  const admin = actorOf(await aUser(db, { role: "MAP_ADMIN" }));
  const house = await aLocation(db, { text: "1 Alexander St, Vancouver, BC", ...near });
  const tower = await aLocation(db, {
    text: "2 Alexander St, Vancouver, BC",
    latitude: near.latitude + 0.0008,
    longitude: near.longitude,
    unitNumbers: ["1", "2", "3"],
  });
  const other = await aLocation(db, { text: "77 Faraway Ave, Burnaby, BC", ...far });
  await address(house.addressIds[0], `"supportLevel" = '1', "sign" = true, "lastVisitedAt" = now(), "lastOutcome" = 'SPOKE_WITH'`);
  await address(tower.addressIds[1], `"lastVisitedAt" = now(), "lastOutcome" = 'NOT_HOME'`);
  await address(other.addressIds[0], `"supportLevel" = '4', "lastVisitedAt" = now(), "lastOutcome" = 'REFUSED'`);
  await foldTileCounts(deps);
  const staff = (actor: Actor, tile: Tile, filter: Record<string, string> = {}) =>
    getStaffTile(deps, actor, { tile, filter: readLocationFilter(filter) }).then(read);
  return { deps, admin, house, tower, other, staff };
};

describe("what a staff tile shows", () => {
  it("is each door at street zoom, with units, support, visit and sign", async () => {
    const { admin, house, tower, staff } = await setUp();
    const { doors } = await staff(admin, tileOf(near, 16));
    expect(doors).toHaveLength(2);
    expect(doors).toContainEqual(
      expect.objectContaining({ id: house.locationId, units: 1, support: 1, sign: true, visited: 1, outcome: "SPOKE_WITH" }),
    );
    const shown = doors?.find(({ id }) => id === tower.locationId);
    expect(shown).toMatchObject({ units: 3, sign: false, visited: 1, outcome: "NOT_HOME" });
    expect(shown).not.toHaveProperty("support");
  });

  it.each([5, 8, 11, 14, 15])("is counts of doors at zoom %i, the same from stored counts and from rows", async (z) => {
    const { admin, staff } = await setUp();
    const totals = async (filter: Record<string, string>) => {
      const places = new Map([near, far].map((place) => [JSON.stringify(tileOf(place, z)), tileOf(place, z)]));
      const parts = await Promise.all([...places.values()].map((tile) => staff(admin, tile, filter)));
      const all = parts.flatMap(({ clusters = [] }) => clusters);
      const sum = (name: string) => all.reduce((total, row) => total + Number(row[name] ?? 0), 0);
      return ["locations", "doors", "visited", "signs", "s1", "s4"].map(sum);
    };
    expect(await totals({})).toEqual([3, 5, 3, 1, 1, 1]);
    expect(await totals({ municipality: "Burnaby" })).toEqual([1, 1, 1, 0, 0, 1]);
    expect((await totals({ support: "1" }))[1]).toBe(1);
    expect((await totals({ support: "1,4" }))[1]).toBe(2);
    expect((await totals({ visited: "yes" }))[1]).toBe(3);
    expect((await totals({ sign: "yes" }))[1]).toBe(1);
    expect((await totals({ support: "1", sign: "yes" }))[1]).toBe(1);
    expect((await totals({ support: "4", q: "Alexander" }))[1]).toBe(0);
  });

  it("is only what a filter of the table lets through", async () => {
    const { admin, house, staff } = await setUp();
    const shown = async (filter: Record<string, string>) =>
      ((await staff(admin, tileOf(near, 16), filter))["doors"] ?? []).map(({ id }) => id);
    expect(await shown({ support: "1,2" })).toEqual([house.locationId]);
    expect(await shown({ outcome: "SPOKE_WITH" })).toEqual([house.locationId]);
    expect(await shown({ sign: "yes" })).toEqual([house.locationId]);
    expect(await shown({ q: "1 Alexander" })).toEqual([house.locationId]);
    expect(await shown({ support: "3" })).toEqual([]);
    // What cannot be read asks for nothing, as in the table.
    expect(await shown({ support: "strong", bounds: "x" })).toHaveLength(2);
  });

  it("changes once the counts were folded, and is drawn once until then", async () => {
    const { deps, admin, staff, tower } = await setUp();
    const ask = () => getStaffTile(deps, admin, { tile: tileOf(near, 12), filter: noFilter });
    const before = await ask();
    expect(await ask()).toBe(before);
    const version = (await getTileVersions(deps, admin)).doors;
    await address(tower.addressIds[0], `"supportLevel" = '2'`);
    await foldTileCounts(deps);
    expect((await getTileVersions(deps, admin)).doors).not.toBe(version);
    const after = await ask();
    expect(after.mark).not.toBe(before.mark);
    expect(read(after)["clusters"]?.[0]).toMatchObject({ s1: 1, s2: 1 });
    expect((await staff(admin, tileOf(near, 16)))["doors"]).toContainEqual(expect.objectContaining({ support: 2 }));
  });

  it("is folded by who watches, soon after a write, and what breaks is tried again", async () => {
    const { deps, admin, tower } = await setUp();
    const broken = {
      ...deps,
      db: { ...deps.db, pool: { query: () => Promise.reject(new Error("gone")) } as unknown as typeof deps.db.pool },
    };
    const failing = watchTileCounts(broken, { againMs: 1, longestPauseMs: 1 });
    await expect.poll(() => deps.logger.lines.length).toBeGreaterThan(1);
    await failing.stop();
    const { doors } = await getTileVersions(deps, admin);
    const watching = watchTileCounts(deps, { againMs: 5, longestPauseMs: 5 });
    await address(tower.addressIds[0], `"supportLevel" = '2'`);
    await expect.poll(async () => (await getTileVersions(deps, admin)).doors).not.toBe(doors);
    await watching.stop();
  });
});

describe("who sees what", () => {
  it("is every door for who may see the map, whatever the account", async () => {
    const { staff, admin } = await setUp();
    for (const actor of [admin, anActor("SUPER_ADMIN")]) expect((await staff(actor, tileOf(far, 16)))["doors"]).toHaveLength(1);
  });

  it("is the doors of turf that is out with them for volunteers, near and far, single and counted", async () => {
    const { deps, admin, house, staff } = await setUp();
    const turf = await aCut(test.db, { name: "Theirs", geometry: squareAround(near, 0.0004) });
    await aCut(test.db, { name: "Another's", geometry: squareAround(far, 0.0004) });
    await foldTileCounts(deps);
    const walker = actorOf(await aUser(test.db));
    expect(await staff(walker, tileOf(near, 16))).toEqual({});
    const shift = await aShift(test.db, { cutId: turf });
    await handOutTurf(deps, admin, { shiftId: shift.id, cutId: turf, userIds: [walker.userId] });
    const own = await staff(walker, tileOf(near, 16));
    expect(own["doors"]?.map(({ id }) => id)).toEqual([house.locationId]);
    expect(own["cuts"]?.map(({ name }) => name)).toEqual(["Theirs"]);
    expect(await staff(walker, tileOf(far, 16))).toEqual({});
    for (const z of [5, 10, 15])
      expect((await staff(walker, tileOf(near, z)))["clusters"]).toEqual([expect.objectContaining({ doors: 1, locations: 1 })]);
    expect((await staff(walker, tileOf(near, 12), { support: "4" }))["clusters"]).toBeUndefined();
  });

  it("is only the doors handed out: not what the area holds beside them, nor the neighbour in the same building", async () => {
    const { deps, admin, house, tower, staff } = await setUp();
    const turf = await aCut(test.db, { name: "Both", geometry: squareAround(near, 0.01) });
    await address(tower.addressIds[2], `"supportLevel" = '4', "sign" = true, "lastVisitedAt" = now(), "lastOutcome" = 'REFUSED'`);
    await foldTileCounts(deps);
    const [first, second] = [actorOf(await aUser(test.db)), actorOf(await aUser(test.db))];
    const shift = await aShift(test.db, { cutId: turf });
    const { id } = await handOutTurf(deps, admin, { shiftId: shift.id, cutId: turf, userIds: [first.userId] });
    expect((await staff(first, tileOf(near, 16)))["doors"]).toHaveLength(2);
    await test.db.pool.query(`DELETE FROM "TurfAssignmentDoor" WHERE "turfAssignmentId" = $1 AND "addressId" <> $2`, [
      id,
      tower.addressIds[1],
    ]);
    const own = await staff(first, tileOf(near, 16));
    expect(own["doors"]).toEqual([
      expect.objectContaining({ id: tower.locationId, units: 1, visited: 1, sign: false, outcome: "NOT_HOME" }),
    ]);
    expect(own["doors"]?.[0]).not.toHaveProperty("support");
    expect((await staff(first, tileOf(near, 16), { support: "4" }))["doors"]).toBeUndefined();
    expect((await staff(first, tileOf(near, 12)))["clusters"]).toEqual([
      expect.objectContaining({ locations: 1, doors: 1, visited: 1, signs: 0 }),
    ]);
    // Who has the rest sees the rest.
    await handOutTurf(deps, admin, { shiftId: shift.id, cutId: turf, userIds: [second.userId] });
    const rest = (await staff(second, tileOf(near, 16)))["doors"];
    expect(rest?.find((door) => door["id"] === tower.locationId)).toMatchObject({ units: 2, support: 4, sign: true, outcome: "REFUSED" });
    expect(rest?.map((door) => door["id"]).sort()).toEqual([house.locationId, tower.locationId].sort());
  });

  it("is nothing for guests without turf, accounts limited to no area, strangers and who may not see the map", async () => {
    const { deps, staff } = await setUp();
    expect(await staff(anActor("TEMP"), tileOf(near, 16))).toEqual({});
    expect(await staff(anActor("USER"), tileOf(near, 12))).toEqual({});
    await expect(staff(aStranger(), tileOf(near, 16))).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    await expect(getTileVersions(deps, aStranger())).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    await expect(staff(systemActor(), tileOf(near, 16))).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });

  it("is no door, support, visit or sign in public, and no count below ten", async () => {
    const { deps, admin } = await setUp();
    await aCut(test.db, { name: "Small", geometry: squareAround(near, 0.0004), isPublic: true });
    const large = await aCut(test.db, { name: "Large", geometry: squareAround(near, 0.002), isPublic: true });
    await aCut(test.db, { name: "Inside", geometry: squareAround(near, 0.003) });
    await test.db.pool.query(`UPDATE "Cut" SET "addressCount" = 12, "completionPercentage" = 40 WHERE "id" = $1`, [large]);
    await aShift(test.db, { title: "Knock with us", place: near });
    await foldTileCounts(deps);
    for (const actor of [aStranger(), admin]) {
      for (const z of [10, 16, 18]) {
        const layers = read(await getPublicTile(deps, actor, tileOf(near, z)));
        expect(Object.keys(layers).sort()).toEqual(["cuts", "shifts"]);
        expect(layers["cuts"]?.map(({ name, doors, completion }) => [name, doors, completion]).sort()).toEqual([
          ["Large", 12, 40],
          ["Small", undefined, undefined],
        ]);
        expect(Object.keys(layers["shifts"]?.[0] ?? {}).sort()).toEqual(["date", "id", "title"]);
      }
    }
  });
});

it("reads a filter of an address as the table does", () => {
  expect(readLocationFilter({ support: "1,2", visited: "yes" })).toEqual(
    locationFilterSchema.parse({ support: ["1", "2"], visited: "yes" }),
  );
});

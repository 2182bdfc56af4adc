import {
  actorOf,
  anActor,
  aLocation,
  aShift,
  aStranger,
  aUser,
  createTestDb,
  fakeClock,
  squareAround,
  testDeps,
  vancouver,
} from "@cml/testing";
import { aCut } from "@cml/testing/factories";
import { groupSites, type TurfPlanOptions, usualPace } from "@cml/domain/map";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { getCut } from "../cuts";
import { handOutTurf } from "../turf-assignments";
import {
  cancelTurfPlan, forgetOldTurfPlans, getTurfCutting, getTurfPlan, getTurfPlanArea, keepTurfs, runTurfPlan, startTurfPlan, undoKeptTurfs,
} from "."; // prettier-ignore

const test = await createTestDb();
const { db } = test;
afterAll(() => test.drop());
beforeEach(async () => {
  await db.pool.query(`TRUNCATE "Location", "Cut", "Shift", "MapLine", "AuditEntry" CASCADE`);
});

const clock = fakeClock("2031-05-17T17:00:00Z");
const deps = testDeps({ db, clock });
const admin = actorOf(await aUser(db, { role: "MAP_ADMIN" }));
const limitedTo = (cutIds: string[]) => anActor("USER", { permissions: { areas: { map: "edit" }, cutIds } });
const stops = { water: true, rail: true, roads: true };
const options: TurfPlanOptions = { target: { by: "doors", amount: 10 }, keepPolls: false, pace: usualPace, ...stops };
const place = (east: number, north: number) => ({
  latitude: vancouver.latitude + north * 1e-4,
  longitude: vancouver.longitude + east * 2e-4,
});

/** Two streets of 20 houses, and a tower of 36 doors at the end. */
const town = async (): Promise<string> => {
  for (let house = 0; house < 20; house += 1)
    for (const street of [0, 1])
      await aLocation(db, { ...place(house - 10, street * 8), text: `${house * 2 + 1} ${street === 0 ? "Elm" : "Oak"} St, Vancouver, BC` });
  const unitNumbers = Array.from({ length: 36 }, (_, unit) => `${Math.floor(unit / 6) + 1}0${unit % 6}`);
  await aLocation(db, { ...place(14, 4), text: "99 Tower Rd, Vancouver, BC", unitNumbers });
  return aCut(db, { name: "Ward 1", geometry: squareAround(vancouver) });
};
const plan = async (cutId: string, given: Partial<TurfPlanOptions> = {}) => {
  const { id } = await startTurfPlan(deps, admin, { cutId, options: { ...options, ...given } });
  await runTurfPlan(deps, { planId: id, isLastTry: true });
  return { id, cutting: await getTurfCutting(deps, admin, { id }) };
};
const river = (cell: string) =>
  db.pool.query(
    `WITH l AS (INSERT INTO "MapLine" ("id", "kind", "class", "geometry", "source", "externalId", "west", "south", "east", "north")
       VALUES (gen_random_uuid(), 'water', 'river', $1, 'test', '1', $2, $3, $4, $3) RETURNING "id")
     INSERT INTO "MapLineCell" ("cell", "lineId", "fromZoom") SELECT ($5::bigint >> 36), "id", 8 FROM l`,
    [
      JSON.stringify({
        type: "MultiLineString",
        coordinates: [[-20, 20].map((east) => [place(east, 4).longitude, place(east, 4).latitude])],
      }),
      place(-20, 4).longitude,
      place(0, 4).latitude,
      place(20, 4).longitude,
      cell,
    ],
  );

describe("an area cut into turfs", () => {
  it("is planned, kept under the area with all its doors, and taken back", async () => {
    const cutId = await town();
    expect(await getTurfPlanArea(deps, admin, { cutId })).toMatchObject({ name: "Ward 1", doors: 76, polls: 0, latest: null });
    const { id, cutting } = await plan(cutId);
    expect(await getTurfPlan(deps, admin, { id })).toMatchObject({ status: "COMPLETED", progress: 100, kept: null });
    const doors = [...groupSites(cutting.sites, cutting.turfOf).values()].map((sites) => sites.reduce((sum, site) => sum + site.doors, 0));
    expect(doors.reduce((sum, count) => sum + count, 0)).toBe(76);
    expect(cutting.kinds.filter((kind) => kind === "floors")).toHaveLength(4);
    const names = cutting.kinds.map((_, turf) => `Ward 1 – ${turf + 1}`);
    const kept = await keepTurfs(deps, admin, { id, names, turfOf: cutting.turfOf });
    expect(kept.kept).toBe(names.length);
    const { rows } = await db.pool.query<{ name: string; addressCount: number; parentCutId: string; buildings: number; units: number }>(
      `SELECT "name", "addressCount", "parentCutId", (SELECT count(*)::int FROM "CutLocation" m WHERE m."cutId" = c."id") AS buildings,
         (SELECT count(*)::int FROM "CutAddress" m WHERE m."cutId" = c."id") AS units FROM "Cut" c WHERE "parentCutId" IS NOT NULL`,
    );
    expect(rows.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
    expect(rows.every(({ parentCutId }) => parentCutId === cutId)).toBe(true);
    for (const row of rows) expect(row.addressCount, row.name).toBe(doors[names.indexOf(row.name)]);
    expect(rows.filter(({ units }) => units > 0).map(({ buildings, units }) => [buildings, units])).toEqual(
      cutting.kinds.flatMap((kind, turf) => (kind === "floors" ? [[0, doors[turf]]] : [])),
    );
    await expect(keepTurfs(deps, admin, { id, names, turfOf: cutting.turfOf })).rejects.toMatchObject({
      messageKey: "map.turfPlan.keptBefore",
    });
    expect((await undoKeptTurfs(deps, admin, { id })).kept).toBeNull();
    await expect(undoKeptTurfs(deps, admin, { id })).rejects.toMatchObject({ messageKey: "map.turfPlan.notKept" });
    expect(await db.prisma.cut.count()).toBe(1);
  });

  it("stays when a turf of it is handed out", async () => {
    const cutId = await town();
    const { id, cutting } = await plan(cutId);
    await keepTurfs(deps, admin, { id, names: cutting.kinds.map((_, turf) => `T${turf}`), turfOf: cutting.turfOf });
    const [turf] = await db.prisma.cut.findMany({ where: { name: "T0" } });
    const shift = await aShift(db, {});
    await handOutTurf(deps, admin, { shiftId: shift.id, cutId: turf?.id ?? "", userIds: [(await aUser(db)).id] });
    await expect(undoKeptTurfs(deps, admin, { id })).rejects.toMatchObject({ messageKey: "map.turfPlan.inUse" });
    expect(await getTurfPlan(deps, admin, { id })).toMatchObject({ kept: cutting.kinds.length });
    expect((await getCut(deps, admin, turf?.id ?? "")).name).toBe("T0");
  });

  it("writes nothing when a name is taken, when turfs do not fit the plan, or mix floors with houses", async () => {
    const cutId = await town();
    await aCut(db, { name: "Taken" });
    const { id, cutting } = await plan(cutId);
    const names = cutting.kinds.map((_, turf) => (turf === 0 ? "Taken" : `T${turf}`));
    await expect(keepTurfs(deps, admin, { id, names, turfOf: cutting.turfOf })).rejects.toMatchObject({
      messageKey: "map.turfPlan.nameTaken",
    });
    await expect(keepTurfs(deps, admin, { id, names, turfOf: [0] })).rejects.toMatchObject({ messageKey: "map.turfPlan.misfit" });
    const mixed = cutting.turfOf.map(() => 0);
    await expect(keepTurfs(deps, admin, { id, names: ["All"], turfOf: mixed })).rejects.toMatchObject({
      messageKey: "map.turfPlan.misfit",
    });
    expect(await db.prisma.cut.count()).toBe(2);
    expect((await getTurfPlan(deps, admin, { id })).kept).toBeNull();
  });

  it("does not cross a river that was loaded, unless asked to", async () => {
    const cutId = await town();
    const { rows } = await db.pool.query<{ mapCell: string }>(`SELECT "mapCell" FROM "Location" LIMIT 1`);
    await river(rows[0]?.mapCell ?? "0");
    expect((await getTurfPlanArea(deps, admin, { cutId })).barriers).toEqual({ water: 1, rail: 0, road: 0 });
    const banksOf = ({ sites, turfOf }: Awaited<ReturnType<typeof getTurfCutting>>) =>
      [...groupSites(sites, turfOf).values()].map((turf) => new Set(turf.map(({ latitude }) => latitude > place(0, 4).latitude)).size);
    const large = { target: { by: "doors" as const, amount: 40 } };
    expect(Math.max(...banksOf((await plan(cutId, large)).cutting))).toBe(1);
    expect(Math.max(...banksOf((await plan(cutId, { ...large, water: false })).cutting))).toBe(2);
  });

  it("begins anew after a kill, ends when cancelled, and is forgotten after a week", async () => {
    const cutId = await town();
    const { id } = await startTurfPlan(deps, admin, { cutId, options });
    await db.pool.query(`UPDATE "TurfPlan" SET "status" = 'RUNNING', "progress" = 40 WHERE "id" = $1`, [id]);
    await runTurfPlan(deps, { planId: id, isLastTry: false });
    expect((await getTurfPlan(deps, admin, { id })).status).toBe("COMPLETED");
    const other = await startTurfPlan(deps, admin, { cutId, options });
    await cancelTurfPlan(deps, admin, { id: other.id });
    await runTurfPlan(deps, { planId: other.id, isLastTry: true });
    expect((await getTurfPlan(deps, admin, { id: other.id })).status).toBe("CANCELLED");
    await expect(getTurfCutting(deps, admin, { id: other.id })).rejects.toMatchObject({ messageKey: "map.turfPlan.notReady" });
    await expect(cancelTurfPlan(deps, admin, { id: other.id })).rejects.toMatchObject({ messageKey: "map.turfPlan.ended" });
    await forgetOldTurfPlans(deps);
    expect(await db.prisma.turfPlan.count()).toBe(2);
    await db.pool.query(`UPDATE "TurfPlan" SET "expiresAt" = $1`, [clock.now()]);
    await forgetOldTurfPlans(deps);
    expect(await db.prisma.turfPlan.count()).toBe(0);
  });

  it("refuses an area without doors", async () => {
    const cutId = await aCut(db, {});
    await expect(startTurfPlan(deps, admin, { cutId, options })).rejects.toMatchObject({ messageKey: "map.turfPlan.noDoors" });
  });

  it("is nobody's but those who may edit the area", async () => {
    const cutId = await town();
    const { id, cutting } = await plan(cutId);
    const stranger = aStranger();
    const elsewhere = limitedTo([await aCut(db, {})]);
    const keep = { id, names: cutting.kinds.map((_, turf) => `T${turf}`), turfOf: cutting.turfOf };
    for (const deed of [
      (actor: typeof elsewhere | typeof stranger) => getTurfPlanArea(deps, actor, { cutId }),
      (actor: typeof elsewhere | typeof stranger) => startTurfPlan(deps, actor, { cutId, options }),
      (actor: typeof elsewhere | typeof stranger) => getTurfPlan(deps, actor, { id }),
      (actor: typeof elsewhere | typeof stranger) => getTurfCutting(deps, actor, { id }),
      (actor: typeof elsewhere | typeof stranger) => cancelTurfPlan(deps, actor, { id }),
    ]) {
      await expect(deed(stranger)).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(deed(elsewhere)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    for (const actor of [stranger, elsewhere]) {
      await expect(keepTurfs(deps, actor, keep)).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(undoKeptTurfs(deps, actor, { id })).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    expect((await getTurfPlan(deps, limitedTo([cutId]), { id })).id).toBe(id);
  });
});

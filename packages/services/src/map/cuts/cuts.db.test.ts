import { createCutInput, createLocationInput, type ListCutsInput, listCutsInput } from "@cml/domain/map";
import { actorOf, anActor, aShift, aStranger, aUser, createTestDb, fakeClock, squareAround, testDeps, vancouver } from "@cml/testing";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { createLocation } from "../locations/create-location";
import { handOutTurf } from "../turf-assignments";
import { createCut, deleteCut, exportCuts, getCut, listCutFigures, listCuts, listPublicCuts, restoreCut, updateCut } from ".";

const test = await createTestDb();
const { db } = test;
afterAll(() => test.drop());
beforeEach(async () => {
  await db.pool.query(`TRUNCATE "Location", "Cut", "Shift", "Trash", "AuditEntry" CASCADE`);
});

const deps = testDeps({ db, clock: fakeClock("2031-05-17T17:00:00Z") });
const admin = actorOf(await aUser(db, { role: "MAP_ADMIN" }));
const limitedTo = (cutIds: string[]) => anActor("USER", { permissions: { areas: { map: "edit" }, cutIds } });
const draw = (name: string, given: object = {}) =>
  createCut(deps, admin, createCutInput.parse({ name, geometry: squareAround(vancouver), ...given }));
const building = (place = 0) =>
  createLocation(deps, admin, createLocationInput.parse({ latitude: vancouver.latitude, longitude: vancouver.longitude + place * 1e-4, address: `${place + 1} Alexander St` })); // prettier-ignore
const said = (sql: string) => db.pool.query(`UPDATE "Address" SET ${sql}`);
const list = (given: Partial<ListCutsInput> = {}) => ({ ...listCutsInput.parse({}), ...given });
const textOf = async (pieces: AsyncGenerator<string>) => {
  let text = "";
  for await (const piece of pieces) text += piece;
  return text;
};

describe("a deleted turf", () => {
  it("comes back with its doors, its shift and who had it before, and its name may be taken meanwhile", async () => {
    await building();
    const cut = await draw("Downtown", { color: "#009e73" });
    const part = await draw("Part");
    await db.pool.query(`UPDATE "Cut" SET "parentCutId" = $1 WHERE "id" = $2`, [cut.id, part.id]);
    const shift = await aShift(db, { cutId: cut.id });
    const { id: assignment } = (await handOutTurf(deps, admin, { shiftId: shift.id, cutId: cut.id, userIds: [(await aUser(db)).id] })) as { id: string }; // prettier-ignore
    await expect(deleteCut(deps, admin, cut.id)).rejects.toMatchObject({ messageKey: "map.cut.handedOut" });
    await db.pool.query(`UPDATE "TurfAssignment" SET "returnedAt" = now()`);
    await db.pool.query(`UPDATE "TurfAssignmentDoor" SET "isOut" = false`);
    await deleteCut(deps, admin, cut.id);
    await expect(getCut(deps, admin, cut.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await building(1);
    await expect(restoreCut(deps, aStranger(), cut.id)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(restoreCut(deps, limitedTo([part.id]), cut.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const taker = await draw("Downtown");
    await expect(restoreCut(deps, admin, cut.id)).rejects.toMatchObject({ messageKey: "map.cut.nameTaken" });
    await updateCut(deps, admin, { id: taker.id, name: "Taken" });
    const back = await restoreCut(deps, admin, cut.id);
    expect(back, "with the door that came meanwhile").toMatchObject({ id: cut.id, color: "#009e73", addressCount: 2 });
    const { rows } = await db.pool.query(
      `SELECT (SELECT "cutId" FROM "Shift") AS shift, (SELECT "id" FROM "TurfAssignment") AS assignment, (SELECT count(*)::int FROM "TurfAssignmentPerson") AS people,
         (SELECT "parentCutId" FROM "Cut" WHERE "id" = $1) AS part`,
      [part.id],
    );
    expect(rows[0]).toEqual({ shift: cut.id, assignment, people: 1, part: cut.id });
    await expect(restoreCut(deps, admin, cut.id), "once").rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("the list of turf", () => {
  it("is sorted and filtered, and says what was said at the doors of those the account may see", async () => {
    await building();
    await building(1);
    await building(2);
    const full = await draw("B full");
    const empty = await draw("A empty", { geometry: squareAround({ latitude: 50, longitude: -100 }), category: "WARD" });
    await db.pool.query(`UPDATE "Cut" SET "isOfficial" = true WHERE "id" = $1`, [empty.id]);
    await said(`"lastVisitedAt" = now(), "lastOutcome" = 'NOT_HOME'`);
    await said(`"lastOutcome" = 'SPOKE_WITH', "supportLevel" = '1', "sign" = true WHERE "id" = (SELECT "id" FROM "Address" LIMIT 1)`);
    const names = async (given: Partial<ListCutsInput>) => (await listCuts(deps, admin, list(given))).items.map(({ name }) => name);
    expect(await names({})).toEqual(["A empty", "B full"]);
    expect(await names({ sort: "doors", descending: true })).toEqual(["B full", "A empty"]);
    expect(await names({ official: true })).toEqual(["A empty"]);
    expect(await names({ official: false })).toEqual(["B full"]);
    expect(await names({ category: "WARD" })).toEqual(["A empty"]);
    const figures = await listCutFigures(deps, admin, [full.id, empty.id]);
    expect(figures).toEqual([
      { id: full.id, locations: 3, addresses: 3, visited: 3, reached: 1, signs: 1, support: [1, 0, 0, 0] },
      { id: empty.id, locations: 0, addresses: 0, visited: 0, reached: 0, signs: 0, support: [0, 0, 0, 0] },
    ]);
    expect(await listCutFigures(deps, limitedTo([empty.id]), [full.id, empty.id])).toHaveLength(1);
    await expect(listCutFigures(deps, aStranger(), [full.id])).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("is exported as a table and as boundaries, on record, and only what the account may see", async () => {
    await building();
    const cut = await draw('Rue "A"; b');
    const other = await draw("Other");
    const csv = await textOf(exportCuts(deps, admin, { list: list(), format: "csv" }));
    expect(csv.trimEnd().split("\r\n")).toHaveLength(3);
    expect(csv).toContain('"Rue ""A""; b"');
    const geojson = JSON.parse(
      await textOf(exportCuts(deps, { ...limitedTo([cut.id]), userId: (await aUser(db)).id }, { list: list(), format: "geojson" })),
    ) as object;
    expect(geojson).toMatchObject({ features: [{ id: cut.id, properties: { doors: 1 }, geometry: cut.geometry }] });
    expect(JSON.stringify(geojson)).not.toContain(other.id);
    const alone = await textOf(exportCuts(deps, admin, { list: list(), format: "csv", cutId: other.id }));
    expect(alone.trimEnd().split("\r\n")).toEqual([expect.anything(), expect.stringContaining("Other")]);
    await expect(textOf(exportCuts(deps, limitedTo([cut.id]), { list: list(), format: "csv", cutId: other.id }))).rejects.toMatchObject({ code: "NOT_FOUND" }); // prettier-ignore
    expect(JSON.parse(await textOf(exportCuts(deps, admin, { list: list({ search: "none" }), format: "geojson" })))).toMatchObject({
      features: [],
    });
    await expect(textOf(exportCuts(deps, aStranger(), { list: list(), format: "csv" }))).rejects.toMatchObject({ code: "FORBIDDEN" });
    const { rows } = await db.pool.query<{ action: string }>(`SELECT "action" FROM "AuditEntry" WHERE "action" LIKE 'turf.export%'`);
    expect(rows).toHaveLength(8);
  });
});

describe("a public turf", () => {
  it("says nothing of its doors and visits below ten, and both from ten up", async () => {
    for (let place = 0; place < 9; place += 1) await building(place);
    const cut = await draw("Open", { isPublic: true });
    await draw("Closed");
    await db.pool.query(`UPDATE "Cut" SET "completionPercentage" = 40 WHERE "id" = $1`, [cut.id]);
    const shown = async () => (await listPublicCuts(deps)).map(({ name, addressCount, completionPercentage }) => [name, addressCount, completionPercentage]); // prettier-ignore
    expect(await shown()).toEqual([["Open", null, null]]);
    await building(9);
    await db.pool.query(`UPDATE "Cut" SET "completionPercentage" = 40 WHERE "id" = $1`, [cut.id]);
    expect(await shown()).toEqual([["Open", 10, 40]]);
    expect(Object.keys((await listPublicCuts(deps))[0] ?? {})).not.toContain("visitedCount");
  });
});

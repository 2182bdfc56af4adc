import { systemActor } from "@cml/domain/kernel";
import { createImportInput, reviewAreasInput } from "@cml/domain/map";
import { anActor, anUpload, aStranger, aUser, squareAround, vancouver } from "@cml/testing";
import { describe, expect, it } from "vitest";
import { testImports } from "../../../test/map-imports";
import { createImport, reviewAreas, runImport } from ".";

const { database, admin, setUp, bringIn } = testImports(`"Location", "Cut", "ImportRun", "Trash"`);

const { latitude, longitude } = vancouver;
const bowTie = { type: "Polygon", coordinates: [[[-123, 49], [-122.99, 49.01], [-122.99, 49], [-123, 49.01], [-123, 49]]] }; // prettier-ignore
const east = squareAround({ latitude, longitude: longitude + 1 });
const fileOf = (areas: readonly (readonly [name: string, geometry: object])[]) =>
  JSON.stringify({
    type: "FeatureCollection",
    features: areas.map(([name, geometry]) => ({ type: "Feature", properties: { name, colour: "#009e73" }, geometry })),
  });
const file = fileOf([["North", squareAround(vancouver)], ["Bow", bowTie], ["East", east], ["East", east]]); // prettier-ignore
const cuts = () => database().db.prisma.cut.findMany({ orderBy: { name: "asc" }, select: { name: true, color: true } });

const upload = async (deps: ReturnType<typeof setUp>) => anUpload(deps.storage, { actor: admin(), bytes: file });

describe("a file of areas looked at before it comes in", () => {
  it("says what the import then does, row by row, and writes nothing", async () => {
    const deps = setUp();
    await bringIn(deps, { kind: "cuts", fileName: "before.geojson", bytes: fileOf([["East", squareAround(vancouver)]]) });
    const uploadKey = await upload(deps);
    const review = await reviewAreas(deps, admin(), reviewAreasInput.parse({ uploadKey, source: "city" }));
    expect(review).toMatchObject({ headers: ["name", "colour"], found: { name: "name" }, isMore: false });
    expect(review.counts).toEqual({ created: 1, changed: 1, same: 0, refused: 2 });
    expect(review.areas.map(({ name, verdict, problem, canMend }) => [name, verdict, problem, canMend])).toEqual([
      ["North", "created", null, false],
      ["Bow", "refused", "crossing", true],
      ["East", "changed", null, false],
      ["East", "refused", "duplicateInFile", false],
    ]);
    expect(review.areas[0]?.overlapsHere).toMatchObject([{ name: "East" }]);
    expect(await cuts()).toHaveLength(1);
    const begin = (given: object) => createImport(deps, admin(), createImportInput.parse({ kind: "cuts", fileName: "a.geojson", uploadKey, source: "city", ...given })); // prettier-ignore
    const compared = await runImport(deps, systemActor(), { importId: (await begin({ isComparison: true })).id });
    expect(compared.counts).toMatchObject({ created: 1, changed: 1, same: 0, rejected: 2 });
    expect(await cuts()).toHaveLength(1);
    const areas = { mendRows: [2], skipRows: [1], color: "colour" };
    expect((await reviewAreas(deps, admin(), reviewAreasInput.parse({ uploadKey, source: "city", areas }))).areas[1]).toMatchObject({ verdict: "created", isMended: true }); // prettier-ignore
    const run = await runImport(deps, systemActor(), { importId: (await begin({ areas })).id });
    expect(run.counts).toEqual({ read: 4, created: 1, changed: 1, same: 0, rejected: 2 });
    expect(await cuts()).toEqual([{ name: "Bow", color: "#009e73" }, { name: "East", color: "#3388ff" }]); // prettier-ignore
    const { rows } = await database().db.pool.query(
      `SELECT "reason", "detail" FROM "ImportReject" WHERE "importRunId" = $1 ORDER BY "rowNumber"`,
      [run.id],
    );
    expect(rows).toEqual([{ reason: "skipped", detail: "North" }, { reason: "duplicateInFile", detail: "East" }]); // prettier-ignore
  });

  it("is for who may import, and for who handed it in", async () => {
    const deps = setUp();
    const uploadKey = await upload(deps);
    const input = reviewAreasInput.parse({ uploadKey });
    const limited = anActor("USER", { permissions: { areas: { map: "edit" }, cutIds: ["01890000-0000-7000-8000-000000000001"] } });
    for (const other of [aStranger(), limited]) await expect(reviewAreas(deps, other, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const colleague = anActor("MAP_ADMIN", { userId: (await aUser(database().db, { role: "MAP_ADMIN" })).id });
    await expect(reviewAreas(deps, colleague, input)).rejects.toMatchObject({ code: expect.stringMatching(/NOT_FOUND|FORBIDDEN|INVALID/) });
  });
});

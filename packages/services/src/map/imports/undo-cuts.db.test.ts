import { systemActor } from "@cml/domain/kernel";
import { aLocation, anActor, aShift, squareAround, vancouver } from "@cml/testing";
import { describe, expect, it } from "vitest";
import { testImports } from "../../../test/map-imports";
import { updateCut } from "../cuts";
import { listKept } from "./list-kept";
import { runUndo } from "./run-undo";
import { undoImport } from "./undo-import";

const { database, admin, setUp, bringIn } = testImports(`"Location", "Cut", "ImportRun", "Trash"`);
type Areas = Record<string, ReturnType<typeof squareAround>>;

const importAreas = (deps: ReturnType<typeof setUp>, areas: Areas) => {
  const features = Object.entries(areas).map(([name, geometry]) => ({ type: "Feature", properties: { name }, geometry }));
  return bringIn(deps, { kind: "cuts", fileName: "areas.geojson", bytes: JSON.stringify({ type: "FeatureCollection", features }) });
};
const undo = async (deps: ReturnType<typeof setUp>, importId: string) => {
  await undoImport(deps, admin(), { importId });
  return runUndo(deps, systemActor(), { importId });
};
const cuts = () => database().db.prisma.cut.findMany({ orderBy: { name: "asc" } });
const cutNamed = (name: string) => database().db.prisma.cut.findFirstOrThrow({ where: { name } });
const away = squareAround({ latitude: 49.4, longitude: -123.4 });

describe("areas an import brought", () => {
  it("go with its undo, those it changed have their old shape and doors again", async () => {
    const deps = setUp();
    await aLocation(database().db, {});
    const first = await importAreas(deps, { North: squareAround(vancouver), South: away });
    const before = await cuts();
    expect(before.map(({ addressCount }) => addressCount)).toEqual([1, 0]);
    const second = await importAreas(deps, { North: away, South: away, East: away });
    expect(second.counts).toMatchObject({ created: 1, changed: 1, same: 1 });
    expect((await cutNamed("North")).addressCount).toBe(0);
    expect(await undo(deps, second.id)).toMatchObject({ status: "UNDONE", undo: { removed: 1, restored: 1, kept: 0 } });
    expect(await cuts()).toEqual(before);
    expect(await undo(deps, first.id)).toMatchObject({ status: "UNDONE", undo: { removed: 2, restored: 0, kept: 0 } });
    expect(await cuts()).toEqual([]);
    expect(await database().db.prisma.location.count()).toBe(1);
    expect((await importAreas(deps, { North: away })).counts).toMatchObject({ created: 1 });
  });

  it("stay and are listed where somebody walked, planned with or changed them since", async () => {
    const deps = setUp();
    const run = await importAreas(deps, { Walked: away, Planned: away, Renamed: away, Free: away });
    await database().db.prisma.cut.updateMany({ where: { name: "Walked" }, data: { lastCanvassed: new Date() } });
    await aShift(database().db, { cutId: (await cutNamed("Planned")).id });
    deps.clock.advance(1_000);
    await updateCut(deps, admin(), { id: (await cutNamed("Renamed")).id, description: "By the river" });
    expect(await undo(deps, run.id)).toMatchObject({ status: "UNDONE", undo: { removed: 1, kept: 3 } });
    expect((await cuts()).map(({ name }) => name)).toEqual(["Planned", "Renamed", "Walked"]);
    const { items } = await listKept(deps, admin(), { importId: run.id, page: 1, pageSize: 10 });
    expect(items.map(({ address, reason }) => [address, reason])).toEqual([
      ["Planned", "planned"],
      ["Renamed", "edited"],
      ["Walked", "visited"],
    ]);
  });

  it("keep the shape a later import gave them", async () => {
    const deps = setUp();
    await importAreas(deps, { North: squareAround(vancouver) });
    const second = await importAreas(deps, { North: away });
    const geometry = squareAround({ latitude: 49.3, longitude: -123.3 });
    const third = await importAreas(deps, { North: geometry });
    expect(await undo(deps, second.id)).toMatchObject({ undo: { removed: 0, restored: 0, kept: 1 } });
    expect(JSON.parse((await cutNamed("North")).geojson)).toEqual(geometry);
    const { items } = await listKept(deps, admin(), { importId: second.id, page: 1, pageSize: 10 });
    expect(items).toMatchObject([{ address: "North", reason: "otherImport" }]);
    expect(await undo(deps, third.id)).toMatchObject({ undo: { restored: 1, kept: 0 } });
    expect(JSON.parse((await cutNamed("North")).geojson)).toEqual(away);
  });

  it("are not undone by volunteers", async () => {
    const deps = setUp();
    const run = await importAreas(deps, { North: away });
    for (const actor of [anActor("USER"), anActor("INFLUENCE_ADMIN")])
      await expect(undoImport(deps, actor, { importId: run.id })).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await cuts()).toHaveLength(1);
  });
});

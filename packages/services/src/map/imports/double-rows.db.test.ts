import { describe, expect, it } from "vitest";
import { testImports } from "../../../test/map-imports";
import { mergeLocations, undoMerge } from "../locations";

const { database, admin, setUp, bringIn } = testImports(`"Location", "ImportRun", "ImportSeen", "MergedDoor"`);
const head = "id,address,unit,postal code,lat,lng";
const row = (id: string, text: string, { unit = "", postal = "", latitude = 49.25 } = {}): string =>
  `${id},"${text}, Vancouver, BC",${unit},${postal},${latitude},-123.1`;

const importRows = async (rows: readonly string[], { isComparison = false } = {}) => {
  const bytes = `${head}\n${rows.join("\n")}\n`;
  return (await bringIn(setUp(), { kind: "addresses", fileName: "list.csv", bytes, isComparison })).counts;
};

// More than a chunk: what stands before them and behind them never meets in one.
const others = Array.from({ length: 2_100 }, (_, n) => row(`o${n}`, `${n + 1} Elm St`, { latitude: 49.2 + n / 100_000 }));
const first = [
  row("a", "10 Oak St", { postal: "V6B1A1" }),
  row("b", "20 Oak St", { postal: "V6B1A1" }),
  row("c", "30 Oak St", { postal: "V6B1A1" }),
];
// One says otherwise, one less, one the same.
const second = [row("a", "10 Oak St", { postal: "V6B1A2" }), row("b", "20 Oak St"), row("c", "30 Oak St", { postal: "V6B1A1" })];
const file = [...first, ...others, ...second];
const mixed = file.map((line, index) => ({ line, place: (index * 7_919) % file.length })).sort((a, b) => a.place - b.place);
const orders = [[...file].reverse(), file, mixed.map(({ line }) => line)];

const postalCodes = async () =>
  (await database().db.prisma.location.findMany({ where: { address: { endsWith: "Oak St" } }, orderBy: { address: "asc" } })).map(
    ({ postalCode }) => postalCode,
  );

describe("two rows of one door in one file, far apart", () => {
  it("settle at once: the file changes nothing when it comes again, in any order", async () => {
    expect(await importRows(file)).toMatchObject({ created: others.length + 3, same: 2, rejected: 1 });
    for (const order of orders)
      expect(await importRows(order)).toMatchObject({ created: 0, changed: 0, same: others.length + 5, rejected: 1 });
    expect(await postalCodes()).toEqual(["V6B1A1", "V6B1A1", "V6B1A1"]);
    expect(await database().db.prisma.importSeen.count()).toBe(0);
  });

  it("settle at once also where the door stood before, and a comparison says so first", async () => {
    await importRows([...first, ...others]);
    const asCompared = { created: 0, changed: 0, same: others.length + 5, rejected: 1 };
    expect(await importRows(file, { isComparison: true })).toMatchObject(asCompared);
    expect(await importRows(file)).toMatchObject(asCompared);
    for (const order of orders) expect(await importRows(order)).toMatchObject(asCompared);
    expect(await postalCodes()).toEqual(["V6B1A1", "V6B1A1", "V6B1A1"]);
  });

  it("settle at once where the newer row comes first: it is an edit, the older one is refused", async () => {
    await importRows([...first, ...others]);
    const [reversed = [], ...rest] = orders;
    expect(await importRows(reversed)).toMatchObject({ created: 0, changed: 1, rejected: 1 });
    for (const order of [reversed, ...rest]) expect(await importRows(order)).toMatchObject({ created: 0, changed: 0, rejected: 1 });
    expect(await postalCodes()).toEqual(["V6B1A2", "V6B1A1", "V6B1A1"]);
  });
});

describe("a door that was merged into another", () => {
  const doors = [row("a", "10 Oak St", { postal: "V6B1A1" }), row("b", "10 Oak Street West", { postal: "V6B1A1", latitude: 49.2502 })];
  const idAt = async (externalId: string) => (await database().db.prisma.address.findFirstOrThrow({ where: { externalId } })).locationId;

  it("does not come back by its id, says nothing of the one that stands, and is its own again when they are parted", async () => {
    const deps = setUp();
    await importRows(doors);
    const [keepId, mergeId] = [await idAt("a"), await idAt("b")];
    const { undoId } = await mergeLocations(deps, admin(), { keepId, mergeId });
    const edited = [doors[0]!, row("b", "10 Oak Street West", { postal: "V6B1A9", latitude: 49.2502 })];
    for (const rows of [doors, edited, [...edited].reverse()])
      expect(await importRows(rows)).toMatchObject({ created: 0, changed: 0, same: 2 });
    expect(await database().db.prisma.location.findMany()).toMatchObject([{ id: keepId, postalCode: "V6B1A1" }]);
    await undoMerge(deps, admin(), { keepId, undoId });
    expect(await importRows(edited)).toMatchObject({ created: 0, changed: 1, same: 1 });
    expect(await database().db.prisma.location.findUniqueOrThrow({ where: { id: mergeId } })).toMatchObject({ postalCode: "V6B1A9" });
  });

  it("is found through the one its winner was merged into later", async () => {
    const deps = setUp();
    const three = [...doors, row("c", "10 Oak Str", { postal: "V6B1A1", latitude: 49.2501 })];
    await importRows(three);
    const [a, b, c] = [await idAt("a"), await idAt("b"), await idAt("c")];
    await mergeLocations(deps, admin(), { keepId: a, mergeId: b });
    const { undoId } = await mergeLocations(deps, admin(), { keepId: c, mergeId: a });
    expect(await importRows(three)).toMatchObject({ created: 0, changed: 0, same: 3 });
    await undoMerge(deps, admin(), { keepId: c, undoId });
    expect(await importRows(three)).toMatchObject({ created: 0, changed: 0, same: 3 });
    expect(await database().db.prisma.location.count()).toBe(2);
  });
});

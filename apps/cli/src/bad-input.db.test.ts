import { readdir } from "node:fs/promises";
import path from "node:path";
import { errorText } from "@cml/i18n";
import { anArchive, badTables, mixedTable, oddPointTables } from "@cml/testing";
import { describe, expect, it } from "vitest";
import { testShell } from "../test/test-shell";

const { cm, file, database, folder } = testShell();
const locations = () => database().db.prisma.location.count();

describe("cm import of a file nobody can import", () => {
  it.each(badTables())("addresses $name: one sentence, exit code 1, nothing written", async ({ name, bytes, messageKey, params }) => {
    const run = await cm("import", "addresses", file(name, bytes));
    expect(run.exitCode).toBe(1);
    expect(run.err).toMatch(/^\S[^{}\n]*[.?]\n$/);
    expect(run.err).toContain(errorText("en", messageKey, { most: 1_000, column: "", ...params }));
    expect(await locations()).toBe(0);
  });

  const bomb = anArchive({ "roads.shp": Buffer.alloc(20 * 1024 ** 2) });
  it.each([
    ["lines", "empty.geojson", "", []],
    ["lines", "noise.osm.pbf", "\u0000\u0000\u0000\u000d\n\u0009OSMHeader and then nothing", []],
    ["lines", "bomb.zip", bomb, []],
    ["lines", "list.zip", anArchive({ "list.csv": "a,b\n1,2\n" }), []],
    ["lines", "shops.geojson", '{"type":"FeatureCollection","features":[]}', []],
    ["cuts", "metres.json", "not json at all", ["--source", "wards"]],
    ["people", "list.csv", "colour,size\nred,4\n", []],
    ["nar", "list.csv", "name,phone\nA,1\n", []],
    ["nar", "outside.zip", anArchive({ "../Address_35.csv": "x" }), []],
    ["basemap", "map.pmtiles", "PMTiles? no", []],
  ] as const)("%s %s: one sentence, exit code 1, nothing written", async (kind, name, bytes, options) => {
    const run = await cm("import", kind, file(name, bytes), ...options);
    expect(run.exitCode).toBe(1);
    expect(run.err).toMatch(/^\S[^{}\n]*[.?]\n$/);
    expect(run.err).not.toContain(errorText("en", "no.such.key"));
    expect(run.err).not.toMatch(/unexpected|internal/i);
    expect(await database().db.prisma.mapLine.count()).toBe(0);
    expect(await database().db.prisma.cut.count()).toBe(0);
  });

  it("names the boundary that is not in degrees, or crosses itself", async () => {
    const area = (name: string, ring: number[][]) => ({ type: "Feature", properties: { name }, geometry: { type: "Polygon", coordinates: [ring] } }); // prettier-ignore
    const features = [
      area("Metres", [[7224817, 928699], [7224917, 928699], [7224917, 928799], [7224817, 928699]]),
      area("Bow tie", [[-80.9, 44.5], [-80.8, 44.6], [-80.8, 44.5], [-80.9, 44.6], [-80.9, 44.5]]),
      area("Sound", [[-80.9, 44.5], [-80.8, 44.5], [-80.8, 44.6], [-80.9, 44.5]]),
    ]; // prettier-ignore
    const run = await cm("import", "cuts", file("areas.geojson", JSON.stringify({ type: "FeatureCollection", features })), "--source", "w");
    expect(run.out).toContain("3 rows read: 1 new, 0 changed, 0 the same, 2 rejected.");
    expect(run.out).toContain("row 1: the boundary is not in degrees (Metres");
    expect(run.out).toContain("row 2: the boundary crosses itself (Bow tie");
    await database().db.prisma.cut.deleteMany();
  });
});

describe("cm import of a file with bad rows", () => {
  it("imports the others, shows the first refused, and prints all of them as CSV", async () => {
    const run = await cm("import", "addresses", file(mixedTable.name, mixedTable.bytes), "--source", "mixed");
    expect(run.exitCode).toBe(0);
    expect(run.out).toContain("row 4: latitude and longitude are swapped (-80.94, 44.56)");
    const [, importId = ""] = /cm import rejected (\S+)/.exec(run.out) ?? [];
    const all = await cm("import", "rejected", importId);
    const numbers = all.out.split("\n").slice(1).flatMap((line) => line.match(/^\d+/)?.map(Number) ?? []); // prettier-ignore
    expect(numbers).toEqual(mixedTable.rejects.map(([row]) => row));
    expect(await cm("import", "rejected", "nonsense")).toMatchObject({ exitCode: 1, err: "This import does not exist.\n" });
    await database().db.pool.query(`TRUNCATE "Location", "UnplacedAddress" CASCADE`);
  });

  it.each(oddPointTables)("$name: says what its points look like and how to read them, and reads them so", async (table) => {
    const path = file(table.name, table.bytes);
    const refused = await cm("import", "addresses", path, "--source", table.name);
    expect(refused).toMatchObject({ exitCode: 1, err: `${errorText("en", `import.points.${table.look}`)}\n` });
    expect(await locations()).toBe(0);
    const told = await cm("import", "addresses", path, "--points", table.isReadable ? table.look : "degrees", "--source", table.name);
    expect(told.out).toContain(`2 rows read: ${table.isReadable ? 2 : 0} new`);
    await database().db.pool.query(`TRUNCATE "Location", "UnplacedAddress" CASCADE`);
  });

  it("shows how the first rows would land, read as it is told, and imports nothing", async () => {
    const table = file("plain.csv", Buffer.from("'5, rue de la Côte';45,5;-73,6\n'rue';x;y\n", "latin1"));
    const columns = ["--columns", "address=column 1,latitude=column 2,longitude=column 3"];
    const run = await cm("import", "addresses", table, "--preview", "--header", "no", "--delimiter", "semicolon", "--quote", "single", "--encoding", "windows-1252", ...columns); // prettier-ignore
    expect(run).toMatchObject({ exitCode: 0, err: "" });
    expect(run.out).toContain("Read as windows-1252");
    expect(run.out).toContain("5 rue de la Côte (45.5, -73.6)");
    expect(run.out).toMatch(/ 2 {2}.* – /);
    expect(await locations()).toBe(0);
    expect((await readdir(path.join(folder(), "files", "imports")).catch(() => [])).length).toBeLessThan(100);
  });
});

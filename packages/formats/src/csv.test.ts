import { createReadStream, readdirSync, readFileSync } from "node:fs";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { openCsv } from "./csv";
import { csvLine } from "./csv-write";

const fixtures = new URL("../../../tooling/fixtures/", import.meta.url);
const spectrum = new URL("csv-spectrum/", fixtures);

const read = async (bytes: Buffer | string, piece = 1 << 16) => {
  const buffer = Buffer.from(bytes as string);
  const pieces = Array.from({ length: Math.ceil(buffer.length / piece) }, (_, index) =>
    buffer.subarray(index * piece, (index + 1) * piece),
  );
  const file = await openCsv(Readable.from(pieces, { objectMode: false }));
  const rows = [];
  for await (const row of file.rows) rows.push(row);
  return { ...file, rows, encoding: file.encoding() };
};
const cellsOf = async (bytes: Buffer | string, piece?: number) => (await read(bytes, piece)).rows.map(({ cells }) => cells);

describe("csv-spectrum", () => {
  const names = readdirSync(new URL("csvs/", spectrum)).map((file) => file.replace(".csv", ""));
  it.each(names.filter((name) => name !== "location_coordinates"))("reads %s, whole and byte by byte", async (name) => {
    const csv = readFileSync(new URL(`csvs/${name}.csv`, spectrum));
    const expected = JSON.parse(readFileSync(new URL(`json/${name}.json`, spectrum), "utf8")) as unknown;
    expect(await cellsOf(csv)).toEqual(expected);
    expect(await cellsOf(csv, 1)).toEqual(expected);
  });

  it("reads location_coordinates (whose expected file holds another telephone number) cell for cell", async () => {
    const [row] = await cellsOf(readFileSync(new URL("csvs/location_coordinates.csv", spectrum)));
    expect(row).toMatchObject({ "Contact Phone Number": "2095257564", Cities: "Modesto", Counties: "Stanislaus" });
  });
});

describe("openCsv", () => {
  const table = "rue;ville\nÉglise;Montréal\nCôté;Québec\n";
  it.each([
    ["UTF-8", Buffer.from(table), "utf-8"],
    ["UTF-8 with a byte order mark", Buffer.from(`\uFEFF${table}`), "utf-8"],
    ["UTF-16 little-endian with a mark", Buffer.from(`\uFEFF${table}`, "utf16le"), "utf-16le"],
    ["UTF-16 little-endian without one", Buffer.from(table, "utf16le"), "utf-16le"],
    ["UTF-16 big-endian", Buffer.from(`\uFEFF${table}`, "utf16le").swap16(), "utf-16be"],
    ["Latin-1", Buffer.from(table, "latin1"), "windows-1252"],
    ["gzip", gzipSync(table), "utf-8"],
  ])("reads %s", async (_name, bytes, encoding) => {
    const file = await read(bytes);
    expect(file.encoding).toBe(encoding);
    expect(file.delimiter).toBe(";");
    expect(file.rows.map(({ cells }) => cells)).toEqual([
      { rue: "Église", ville: "Montréal" },
      { rue: "Côté", ville: "Québec" },
    ]);
  });

  it("turns to Latin-1 when its first accent comes late and pieces are small", async () => {
    const rows = Array.from({ length: 500 }, (_, index) => `${index},plain`).join("\n");
    const cells = await cellsOf(Buffer.from(`id,name\n${rows}\n501,Hélène`, "latin1"), 97);
    expect(cells.at(-1)).toEqual({ id: "501", name: "Hélène" });
    expect(cells).toHaveLength(501);
  });

  it.each([
    ["CR", "\r"],
    ["CRLF", "\r\n"],
    ["LF", "\n"],
  ])("takes %s line ends", async (_name, end) => {
    expect(await cellsOf(["a\tb", "1\t2", '"x\ny"\t4', ""].join(end))).toEqual([
      { a: "1", b: "2" },
      { a: "x\ny", b: "4" },
    ]);
  });

  it("marks rows that are too short or too long and names every column", async () => {
    const { headers, rows } = await read("a,,a\n1,2,3\n1,2\n1,2,3,4\n");
    expect(headers).toEqual(["a", "column 2", "a (2)"]);
    expect(rows.map((row) => [row.row, row.isRagged])).toEqual([
      [1, false],
      [2, true],
      [3, true],
    ]);
  });

  it("names the row of a quote that never ends", async () => {
    await expect(cellsOf('a,b\n1,2\n3,"4\n5,6\n')).rejects.toMatchObject({
      code: "INVALID",
      messageKey: "import.brokenCsv",
      params: { row: 2 },
    });
  });

  it.each([
    ["nothing", ""],
    ["blank lines", "\n \n\n"],
  ])("refuses %s", async (_name, text) => {
    await expect(cellsOf(text)).rejects.toMatchObject({ messageKey: "import.emptyFile" });
  });

  it("refuses a record of megabytes and a thousand and one columns", async () => {
    await expect(cellsOf(`a,b\n1,${"x".repeat(2_000_000)}\n`)).rejects.toMatchObject({ messageKey: "import.brokenCsv" });
    await expect(cellsOf(`${Array.from({ length: 1001 }, (_, index) => index).join(",")}\n`)).rejects.toMatchObject({
      messageKey: "import.tooManyColumns",
    });
  });

  it("passes a broken source on", async () => {
    const source = new Readable({ read() { this.destroy(new Error("disk gone")); } }); // prettier-ignore
    await expect(openCsv(source)).rejects.toThrow("disk gone");
  });

  it("says a truncated gzip is broken instead of ending early", async () => {
    const packed = gzipSync(`a,b\n${"1,2\n".repeat(50_000)}`);
    await expect(cellsOf(packed.subarray(0, packed.length - 40))).rejects.toThrow();
  });

  it("reads the Vancouver file to its last row", async () => {
    const file = await openCsv(createReadStream(new URL("vancouver-addresses/addresses.csv.gz", fixtures)));
    let count = 0;
    for await (const row of file.rows) {
      count += 1;
      if (row.isRagged) throw new Error(`ragged row ${row.row}`);
    }
    expect(count).toBe(29_348);
    expect(file.headers.slice(0, 4)).toEqual(["id", "address", "longitude", "latitude"]);
    expect(file.bytesRead()).toBe(readFileSync(new URL("vancouver-addresses/addresses.csv.gz", fixtures)).length);
  });
});

it("writes cells a spreadsheet will not run", () => {
  expect(csvLine(["a", 'say "hi"', "x,y", null, -5, "-5", "=1+1"])).toBe('a,"say ""hi""","x,y",,-5,-5,\'=1+1\r\n');
});

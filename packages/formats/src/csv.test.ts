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
    await expect(cellsOf(`a,b\n1,${"x".repeat(2_000_000)}\n`)).rejects.toMatchObject({
      messageKey: "import.longRecord",
      params: { row: 1 },
    });
    await expect(cellsOf(`${Array.from({ length: 1001 }, (_, index) => index).join(",")}\n`)).rejects.toMatchObject({
      messageKey: "import.tooManyColumns",
    });
  });

  it.each([
    ["single quotes", "a,b\n'x, y','it''s'\n'1','2'\n", { quote: "'", delimiter: "," }, [{ a: "x, y", b: "it's" }, { a: "1", b: "2" }]],
    ["apostrophes in words", "name,town\nO'Brien,St. John's\nd'Arcy,x\n", { quote: '"' }, [{ name: "O'Brien", town: "St. John's" }, { name: "d'Arcy", town: "x" }]],
    ["a comma in a semicolon's header", "Adresse, complète;Ville\n1 rue A;X\n2 rue B;Y\n", { delimiter: ";" }, [{ "Adresse, complète": "1 rue A", Ville: "X" }, { "Adresse, complète": "2 rue B", Ville: "Y" }]],
    ["a missing header", "1,12 Main St,N4K 1A1,44.5\n2,14 Main St,N4K 1A1,44.6\n", { hasHeader: false }, [{ "column 1": "1", "column 2": "12 Main St", "column 3": "N4K 1A1", "column 4": "44.5" }, { "column 1": "2", "column 2": "14 Main St", "column 3": "N4K 1A1", "column 4": "44.6" }]],
    ["years as headings", "town,2016,2021\nOwen Sound,21341,21612\n", { hasHeader: true }, [{ town: "Owen Sound", 2016: "21341", 2021: "21612" }]],
    ["one row of values", "1,2\n", { hasHeader: false }, [{ "column 1": "1", "column 2": "2" }]],
    ["a header alone", "a,b\n", { hasHeader: true }, []],
  ] as const)("finds %s", async (_name, text, found, cells) => {
    for (const piece of [3, 1 << 16]) {
      const file = await read(text, piece);
      expect(file).toMatchObject(found);
      expect(file.rows.map((row) => row.cells)).toEqual(cells);
    }
  }); // prettier-ignore

  it("keeps to what it is told", async () => {
    const told = async (bytes: Buffer | string, reading: Parameters<typeof openCsv>[1]) => {
      const file = await openCsv(Readable.from([Buffer.from(bytes as string)], { objectMode: false }), reading);
      const rows = [];
      for await (const { row, cells } of file.rows) rows.push([row, Object.values(cells)]);
      return { headers: file.headers, rows };
    };
    expect(await told("a;b\n1,2;3\n", { delimiter: "," })).toEqual({ headers: ["a;b"], rows: [[1, ["1"]]] });
    expect(await told("a,b\n1,2\n", { headerRow: false })).toMatchObject({ headers: ["column 1", "column 2"], rows: [[1, ["a", "b"]], [2, ["1", "2"]]] }); // prettier-ignore
    expect(await told(Buffer.from("a\nÉ\n"), { encoding: "windows-1252" })).toEqual({ headers: ["a"], rows: [[1, ["Ã‰"]]] });
    expect(await told("a\n'x\n", { quote: '"' })).toEqual({ headers: ["a"], rows: [[1, ["'x"]]] });
  });

  it("reads UTF-16 however its pieces fall", async () => {
    for (const bytes of [Buffer.from("\uFEFFa,b\n1,é\n", "utf16le"), Buffer.from("\uFEFFa,b\n1,é\n", "utf16le").swap16()])
      expect(await cellsOf(bytes, 1)).toEqual([{ a: "1", b: "é" }]);
  });

  it("stops soon in a line without end, and says where", async () => {
    let given = 0;
    const line = Buffer.alloc(1 << 16, "x");
    const endless = async function* () {
      yield Buffer.from("a,b\n1,2\n3,4\n");
      for (; given < 1024 ** 3; given += line.length) yield line;
    };
    const reading = async () => {
      for await (const { row } of (await openCsv(Readable.from(endless(), { objectMode: false }))).rows) expect(row).toBeLessThan(3);
    };
    await expect(reading()).rejects.toMatchObject({ messageKey: "import.longRecord", params: { row: 3 } });
    expect(given).toBeLessThan(16 * 1024 ** 2);
  });

  it("reads five hundred columns, and a last row that was cut off", async () => {
    const wide = Array.from({ length: 500 }, (_, index) => `c${index}`);
    const { headers, rows } = await read(`${wide.join(",")}\n${wide.map(() => "1").join(",")}\n1,2`);
    expect(headers).toHaveLength(500);
    expect(rows.map(({ row, isRagged }) => [row, isRagged])).toEqual([[1, false], [2, true]]); // prettier-ignore
  });

  it("passes a broken source on", async () => {
    const source = new Readable({ read() { this.destroy(new Error("disk gone")); } }); // prettier-ignore
    await expect(openCsv(source)).rejects.toThrow("disk gone");
  });

  it("says of what is no text that it is none, whatever it is called", async () => {
    const noise = Buffer.from(Array.from({ length: 4_000 }, (_, index) => (index * 167 + (index >> 3)) % 256));
    for (const start of ["%PDF-1.7\n", "\u0089PNG\r\n", "\u00d0\u00cf\u0011\u00e0"])
      await expect(read(Buffer.concat([Buffer.from(start, "latin1"), noise]))).rejects.toMatchObject({ messageKey: "import.notTable" });
    expect(await cellsOf("a,b\n1,\u0000x\n")).toEqual([{ a: "1", b: "\u0000x" }]);
  });

  it("stops unpacking what was made to fill a disk, and takes a dull table", async () => {
    const bomb = gzipSync(Buffer.alloc(96 * 1024 ** 2, `1,${"2".repeat(9_000)}\n`));
    await expect(read(bomb)).rejects.toMatchObject({ messageKey: "import.gzipBomb" });
    expect((await read(gzipSync(`a,b\n${"1,2\n".repeat(100_000)}`))).rows).toHaveLength(100_000);
  });

  it("says a truncated gzip is broken instead of ending early", async () => {
    const packed = gzipSync(`a,b\n${"1,2\n".repeat(50_000)}`);
    await expect(cellsOf(packed.subarray(0, packed.length - 40))).rejects.toMatchObject({ messageKey: "import.brokenGzip" });
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

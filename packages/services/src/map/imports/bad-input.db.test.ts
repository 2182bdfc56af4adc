import { readdirSync, readFileSync } from "node:fs";
import { Readable } from "node:stream";
import { type Actor, isAppError, systemActor } from "@cml/domain/kernel";
import { createImportInput, importOptionsSchema, previewImportInput } from "@cml/domain/map";
import { errorText } from "@cml/i18n";
import { anActor, anUpload, aUser, badTables, createTestDb, mixedTable, oddPointTables, type TestDb, testDeps } from "@cml/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createImport } from "./create-import";
import { previewImport } from "./preview-import";
import { previewImportFile } from "./preview-import-file";
import { runImport } from "./run-import";
import { firstRejectedRows, streamRejectedRows } from "./stream-rejected-rows";

let test: TestDb;
let owner: Actor;
beforeAll(async () => {
  test = await createTestDb();
  owner = anActor("MAP_ADMIN", { userId: (await aUser(test.db, { role: "MAP_ADMIN" })).id });
});
afterAll(() => test.drop());

const uploaded = async (name: string, bytes: string | Buffer) => {
  const deps = testDeps({ db: test.db });
  const uploadKey = await anUpload(deps.storage, { actor: owner, bytes });
  const given = { kind: "addresses", uploadKey, fileName: name };
  return {
    deps,
    preview: (more: object = {}) => previewImport(deps, owner, previewImportInput.parse({ ...given, ...more })),
    begun: async () => createImport(deps, owner, createImportInput.parse({ ...given, source: name })),
    imported: async (more: object = {}) => {
      const run = await createImport(deps, owner, createImportInput.parse({ ...given, source: name, ...more }));
      return runImport(deps, systemActor(), { importId: run.id });
    },
  };
};

const spectrum = new URL("../../../../../tooling/fixtures/csv-spectrum/csvs/", import.meta.url);

/** Everything an import could have left behind. */
const doors = async () => {
  const count = (table: string) => test.db.pool.query<{ n: string }>(`SELECT count(*) AS n FROM "${table}"`);
  const all = await Promise.all(["Location", "Address", "LocationHistory", "UnplacedAddress", "ImportReject"].map(count));
  return all.map(({ rows }) => Number(rows[0]?.n));
};

beforeEach(async () => {
  await test.db.pool.query(`TRUNCATE "Location", "ImportRun", "UnplacedAddress" CASCADE`);
  const sound = await uploaded("sound.csv", "address,latitude,longitude\n1 Main St,44.5,-80.9\n");
  expect(await sound.imported()).toMatchObject({ status: "COMPLETED", counts: { created: 1 } });
});

describe("a file nobody can import", () => {
  it.each(badTables())("$name is refused with what is wrong and where, and leaves everything as it was", async (bad) => {
    const before = await doors();
    const file = await uploaded(bad.name, bad.bytes);
    const done = await file.imported();
    expect(done).toMatchObject({ status: "FAILED", error: { messageKey: bad.messageKey, params: bad.params }, counts: { created: 0 } });
    expect(await doors()).toEqual(before);
    // In the wizard it is said at the first look, unless the fault lies further in than is looked at.
    const seen = await file.preview().then(
      ({ problem }) => problem?.problem ?? null,
      (error: unknown) => (isAppError(error) ? error.messageKey : String(error)),
    );
    expect(bad.messageKey).toContain(seen);
    for (const locale of ["en", "fr"] as const) {
      const sentence = errorText(locale, bad.messageKey, done.error?.params);
      expect(sentence).not.toBe(errorText(locale, "no.such.key"));
      expect(sentence).not.toMatch(/[{}]/);
    }
  });

  it.each(readdirSync(spectrum))("%s of csv-spectrum holds no address: said so, nothing written", async (name) => {
    const before = await doors();
    const done = await (await uploaded(name, readFileSync(new URL(name, spectrum)))).imported();
    expect(done).toMatchObject({ status: "FAILED", counts: { created: 0 } });
    expect(done.error?.messageKey).toMatch(/^import\.(emptyFile|noAddressColumn|noPointColumns)$/);
    expect(await doors()).toEqual(before);
  });

  it("ends a line of a gigabyte long before it is read whole, and names its row", async () => {
    const before = await doors();
    const file = await uploaded("line.csv", "");
    const head = Buffer.from("address,latitude,longitude\n12 Cedar St,44.56,-80.94\n16 Cedar St ");
    const piece = Buffer.alloc(64 * 1024, "x");
    const sizeBytes = 1024 ** 3;
    let read = 0;
    const bytesOf = async function* (start: number, end: number) {
      if (start < head.length) yield head.subarray(start, end + 1);
      for (let at = Math.max(start, head.length); at <= end; at += piece.length) {
        read += piece.length;
        yield await Promise.resolve(piece);
      }
    };
    const { id } = await file.begun();
    file.deps.storage.open = (_key, { start, end = sizeBytes - 1 } = { start: 0 }) =>
      Promise.resolve({ stream: Readable.from(bytesOf(start, end), { objectMode: false }), sizeBytes, contentType: "text/csv" });
    const run = await runImport(file.deps, systemActor(), { importId: id });
    expect(run).toMatchObject({ status: "FAILED", error: { messageKey: "import.longRecord", params: { row: 2 } }, counts: { created: 0 } });
    expect(read).toBeLessThan(64 * 1024 ** 2);
    expect(await doors()).toEqual(before);
  });

  it("is as bad for the shell, and leaves nothing in storage", async () => {
    const deps = testDeps({ db: test.db });
    const options = importOptionsSchema.parse({ source: "x" });
    await expect(previewImportFile(deps, systemActor(), { path: "/no/such/file.csv", options })).rejects.toMatchObject({ messageKey: "map.import.noSuchFile" }); // prettier-ignore
    await expect(previewImportFile(deps, systemActor(), { path: import.meta.filename, options })).resolves.toMatchObject({ problem: {} });
    expect(deps.storage.files.size).toBe(0);
    await expect(previewImportFile(deps, anActor("USER"), { path: import.meta.filename, options })).rejects.toMatchObject({ code: "FORBIDDEN" }); // prettier-ignore
  });
});

describe("bad rows", () => {
  it("are refused by their numbers, and the others land", async () => {
    const { deps, imported } = await uploaded(mixedTable.name, mixedTable.bytes);
    const done = await imported();
    const rejected = mixedTable.rejects.length;
    expect(done).toMatchObject({
      status: "COMPLETED",
      counts: { read: mixedTable.created + rejected, created: mixedTable.created, rejected },
    });
    const lines: string[] = [];
    for await (const line of streamRejectedRows(deps, owner, done.id)) lines.push(line);
    expect(lines.slice(1).map((line) => Number(line.split(",")[0]))).toEqual(mixedTable.rejects.map(([row]) => row));
    const first = await firstRejectedRows(deps, owner, { importId: done.id });
    expect(first.map(({ row, reason }) => [row, reason])).toEqual(mixedTable.rejects.slice(0, 5));
    await expect(firstRejectedRows(deps, anActor("USER"), { importId: done.id })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("of five hundred columns are read", async () => {
    const others = Array.from({ length: 497 }, (_, n) => `c${n}`);
    const row = (address: string) => [address, "44.56", "-80.94", ...others.map(() => "x")].join(",");
    const file = await uploaded(
      "wide.csv",
      `${["address", "latitude", "longitude", ...others].join(",")}\n${row("2 Elm St")}\n${row("")}\n`,
    );
    expect(await file.imported()).toMatchObject({ counts: { read: 2, created: 1, rejected: 1 } });
  });
});

describe("points that are no degrees", () => {
  it.each(oddPointTables)(
    "$name: it is seen in the first rows, and read so where that is safe",
    async ({ name, bytes, look, isReadable }) => {
      const file = await uploaded(name, bytes);
      const seen = await file.preview();
      expect(seen.pointsLook).toBe(look);
      expect(seen.rows.every(({ rejected }) => rejected !== null)).toBe(true);
      if (!isReadable) return expect(await file.imported()).toMatchObject({ counts: { read: 2, created: 0, rejected: 2 } });
      const read = await file.preview({ points: look });
      expect(read.rows.every(({ rejected, place }) => rejected === null && place !== null)).toBe(true);
      expect(await file.imported({ points: look })).toMatchObject({ counts: { read: 2, created: 2, rejected: 0 } });
    },
  );
});

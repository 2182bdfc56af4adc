import { mkdir, mkdtemp, readdir, readFile, rename, rm, truncate, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { makeNar } from "@cml/scripts/make-nar";
import { AppError, systemActor } from "@cml/domain/kernel";
import { createNarImportInput, type NarFilter, narFilterSchema, noFilter } from "@cml/domain/map";
import { createGuardedRanges } from "@cml/integrations/fetch";
import {
  aCut,
  anActor,
  aStranger,
  anUpload,
  aUser,
  createTestDb,
  narExcerptFolder,
  squareAround,
  type TestDb,
  testConfig,
  testDeps,
} from "@cml/testing";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { listDataCredits } from "../../../platform/list-data-credits";
import { getMapView } from "../../../settings";
import { exportLocations } from "../../locations";
import { ImportInterrupted } from "../import-run-context";
import { runImport } from "../run-import";
import { placeUnplacedRow, takeUnplacedBack } from "../../geocoding";
import { createNarImport, inspectNar, listNarDatasets, listNarDistricts, listNarPlaces, narImportFromPaths, purgeRegisters } from ".";

let test: TestDb;
let folder: string;
beforeAll(async () => void (test = await createTestDb()));
afterAll(() => test.drop());
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "cml-register-"));
  await test.db.pool.query(`TRUNCATE "Location", "Cut", "ImportRun", "ImportLocation", "UnplacedAddress", "MapSettings" CASCADE`);
});
afterEach(() => rm(folder, { recursive: true }));

const system = systemActor();
const setUp = () => testDeps({ db: test.db, config: { ...testConfig, dataDir: folder } });
type TestSetUp = ReturnType<typeof setUp>;

const numberOf = async (sql: string): Promise<number> =>
  Number((await test.db.pool.query<{ n: string }>(`SELECT (${sql}) AS n`)).rows[0]?.n);
const addresses = `SELECT count(*) FROM "Address"`;

const wish = (filter: Partial<NarFilter> = {}) => ({ filter: narFilterSchema.parse(filter), overwrite: [], isComparison: false });
const importPaths = async (deps: TestSetUp, paths: string[], filter: Partial<NarFilter> = {}) => {
  const run = await narImportFromPaths(deps, system, { paths, ...wish(filter) });
  return runImport(deps, system, { importId: run.id });
};

describe("the register's real rows", () => {
  it("stand under their buildings, where the register says, with what it says of them", async () => {
    const done = await importPaths(setUp(), [narExcerptFolder]);
    expect(done).toMatchObject({
      status: "COMPLETED",
      counts: { read: 20, created: 20, changed: 0, same: 0, rejected: 0 },
      progress: { share: 1 },
    });
    expect(await numberOf(`SELECT count(*) FROM "Location"`)).toBe(19);
    expect(await numberOf(`SELECT count(*) FROM "LocationHistory" WHERE "action" = 'IMPORTED_NAR'`)).toBe(20);
    const { rows } = await test.db.pool.query(
      `SELECT l."address", l."municipality", l."postalCode", l."totalUnits", l."geocodeConfidence", l."buildingUse", array_agg(a."unitNumber" ORDER BY a."unitNumber") AS units
       FROM "Location" l JOIN "Address" a ON a."locationId" = l."id" WHERE l."address" IN ('1797 4th AVE E', '850A 4th ST E', '1800 2nd AVE E') GROUP BY l."id" ORDER BY 1`,
    ); // prettier-ignore
    expect(rows).toEqual([
      expect.objectContaining({
        address: "1797 4th AVE E",
        municipality: "Owen Sound",
        totalUnits: 2,
        geocodeConfidence: 95,
        units: ["1", null],
      }),
      expect.objectContaining({ address: "1800 2nd AVE E", geocodeConfidence: 55, buildingUse: 4 }),
      expect.objectContaining({ address: "850A 4th ST E", postalCode: "N4K1B6" }),
    ]);
    expect(await numberOf(`SELECT count(*) FROM "ImportLocation"`)).toBe(0);
  });
});

describe("a register of two provinces", () => {
  it("is read from the archive as downloaded, and says the same of itself in any other form", async () => {
    const deps = setUp();
    const { files } = await makeNar({ rows: 3_000, out: folder, city: ["ottawa", "gatineau"], parts: 3, zip: true });
    const first = await importPaths(deps, files);
    expect(first.status).toBe("COMPLETED");
    expect(first.counts.read).toBe(3_000);
    expect(first.counts.created + first.counts.rejected).toBe(3_000);
    expect(first.counts.rejected).toBeGreaterThan(0);
    // Rows without a point wait in the tray, each once.
    expect(await numberOf(`SELECT count(*) FROM "UnplacedAddress" WHERE "addrGuid" IS NOT NULL AND "reason" = 'noPoint'`)).toBe(
      first.counts.rejected,
    );
    expect(await numberOf(`SELECT count(DISTINCT "province") FROM "Location"`)).toBe(2);
    expect(await numberOf(`SELECT count(*) FROM "Location" WHERE "federalDistrict" = 'Gatineau'`)).toBeGreaterThan(0);
    expect(await numberOf(`SELECT count(*) FROM "Location" WHERE "geocodeConfidence" = 55`)).toBeGreaterThan(0);
    expect(deps.storage.files.size).toBe(0);

    await makeNar({ rows: 3_000, out: path.join(folder, "unpacked"), city: ["ottawa", "gatineau"], parts: 3 });
    const again = await importPaths(deps, [path.join(folder, "unpacked")]);
    expect(again.counts).toEqual({ read: 3_000, created: 0, changed: 0, same: first.counts.created, rejected: first.counts.rejected });
    expect(await numberOf(`SELECT count(*) FROM "UnplacedAddress"`)).toBe(first.counts.rejected);
  });

  it.each(["202412", "2023", "2022"])("is the same in the columns of %s", async (vintage) => {
    const deps = setUp();
    const { files } = await makeNar({ rows: 400, out: folder, city: ["gatineau"], vintage });
    const done = await importPaths(deps, files);
    expect(done).toMatchObject({ status: "COMPLETED", counts: { read: 400 } });
    expect(done.counts.created).toBeGreaterThan(390);
    expect(
      await numberOf(`SELECT count(*) FROM "Location" WHERE "streetName" LIKE '%Ã%' OR "streetName" LIKE '%' || chr(65533) || '%'`),
    ).toBe(0);
    expect(await numberOf(`SELECT count(*) FROM "Location" WHERE "federalDistrict" IS NULL`)).toBe(0);
  });

  it("gives out the part that is asked for", async () => {
    const deps = setUp();
    const { files } = await makeNar({ rows: 2_000, out: folder, city: ["ottawa", "gatineau"], zip: true });
    const count = async (filter: Partial<NarFilter>, where = "true") => {
      await test.db.pool.query(`TRUNCATE "Location", "UnplacedAddress" CASCADE`);
      const { status, counts } = await importPaths(deps, files, filter);
      expect(status).toBe("COMPLETED");
      expect(await numberOf(`SELECT count(*) FROM "Location" WHERE NOT (${where})`)).toBe(0);
      return counts.read;
    };
    expect(await count({ provinces: ["QC"] }, `"province" = 'QC'`)).toBe(1_000);
    const hull = await count({ municipalities: ["hull"] }, `"municipality" = 'Hull'`);
    expect(hull).toBeGreaterThan(0);
    expect(await count({ municipalities: ["Gatineau"], provinces: ["QC"] })).toBe(1_000);
    const riding = await count({ federalDistricts: ["ottawa-centre"] }, `"federalDistrict" = 'Ottawa Centre'`);
    expect(riding).toBeGreaterThan(0);
    expect(riding).toBeLessThanOrEqual(1_000);
    expect(await count({ postalCodes: ["K1A 0"] }, `"postalCode" LIKE 'K1A0%'`)).toBeGreaterThan(0);
    expect(await count({ residentialOnly: true }, `"buildingUse" IN (1, 2)`)).toBeGreaterThan(1_500);
  });

  it("keeps what a row without a point knew, for the door a person sets up from it", async () => {
    const deps = setUp();
    const organiser = anActor("MAP_ADMIN", { userId: (await aUser(test.db, { role: "MAP_ADMIN" })).id });
    const { files } = await makeNar({ rows: 2_000, out: folder, city: ["ottawa", "gatineau"], zip: true });
    await importPaths(deps, files);
    const facts = `"buildingUse", "federalDistrict", "censusSubdivision", "municipalityFr", "municipality", "province", "postalCode"`;
    const { rows } = await test.db.pool.query<{ id: string }>(
      `SELECT "id", ${facts} FROM "UnplacedAddress" WHERE "buildingUse" IS NOT NULL AND "federalDistrict" IS NOT NULL AND "unitNumber" IS NULL
         AND "address" ~ '^[0-9]+ ' ORDER BY "municipalityFr" NULLS LAST LIMIT 1`,
    );
    const [{ id, ...knew }] = rows as [{ id: string }];
    const to = { kind: "hand" as const, latitude: 45.43, longitude: -75.71 };
    const { locationId } = await placeUnplacedRow(deps, organiser, { id, to });
    const stands = await test.db.pool.query(`SELECT ${facts} FROM "Location" WHERE "id" = $1`, [locationId]);
    expect(stands.rows).toEqual([knew]);
    await takeUnplacedBack(deps, organiser, { id });
    expect((await test.db.pool.query(`SELECT 1 FROM "Location" WHERE "id" = $1`, [locationId])).rows).toEqual([]);
    const waits = await test.db.pool.query(`SELECT ${facts} FROM "UnplacedAddress" WHERE "id" = $1 AND "resolvedAt" IS NULL`, [id]);
    expect(waits.rows).toEqual([knew]);
  });

  it("gives out what lies in an area, exactly", async () => {
    const deps = setUp();
    const { files } = await makeNar({ rows: 2_000, out: folder, zip: true });
    const cutId = await aCut(test.db, { geometry: squareAround({ latitude: 45.4215, longitude: -75.6972 }, 0.002) });
    const done = await importPaths(deps, files, { cutId });
    expect(done.counts.created).toBeGreaterThan(20);
    expect(done.counts.created).toBeLessThan(1_000);
    expect(await numberOf(`SELECT count(*) FROM "CutLocation" WHERE "cutId" = '${cutId}'`)).toBe(
      await numberOf(`SELECT count(*) FROM "Location"`),
    );
    await test.db.pool.query(`DELETE FROM "Location"`);
    const inside = await importPaths(deps, files);
    expect(await numberOf(`SELECT count(*) FROM "CutLocation" c JOIN "Address" a USING ("locationId") WHERE c."cutId" = '${cutId}'`)).toBe(
      done.counts.created,
    );
    expect(inside.counts.read).toBe(2_000);
  });
});

describe("a run that stops", () => {
  it("goes on from its checkpoint, also when the buildings it held are lost, and takes every row once", async () => {
    const deps = setUp();
    const { files } = await makeNar({ rows: 30_000, out: folder, parts: 2, zip: true });
    const run = await narImportFromPaths(deps, system, { paths: files, ...wish() });
    const closing = new AbortController();
    const stopped = runImport(deps, system, {
      importId: run.id,
      signal: closing.signal,
      onProgress: ({ counts }) => {
        if (counts.read > 2_000) closing.abort();
      },
    });
    await expect(stopped).rejects.toBeInstanceOf(ImportInterrupted);
    const stood = await numberOf(addresses);
    expect(stood).toBeGreaterThan(1_000);
    expect(stood).toBeLessThan(29_000);
    // As after a crash of the database, which empties a table that is not logged.
    await test.db.pool.query(`TRUNCATE "ImportLocation"`);
    const done = await runImport(deps, system, { importId: run.id });
    expect(done).toMatchObject({ status: "COMPLETED", counts: { read: 30_000, same: 0, changed: 0 } });
    expect(await numberOf(addresses)).toBe(done.counts.created);
  });

  it("lets go of what it held two weeks after nobody resumed it", async () => {
    const deps = setUp();
    await makeNar({ rows: 300, out: folder });
    const broken = path.join(folder, "Addresses", "Address_35.csv");
    await writeFile(broken, `${(await readFile(broken, "utf8")).slice(0, 20_000)}\n"x,`);
    const failed = await importPaths(deps, [folder]);
    expect(failed).toMatchObject({ status: "FAILED", error: { messageKey: "import.registerBreaks" } });
    expect(deps.storage.files.size).toBe(2);
    await purgeRegisters(deps);
    expect(deps.storage.files.size).toBe(2);
    deps.clock.advance(15 * 86_400_000);
    await purgeRegisters(deps);
    expect(deps.storage.files.size).toBe(0);
    expect(await numberOf(`SELECT count(*) FROM "ImportLocation"`)).toBe(0);
  });
});

describe("files that will not do", () => {
  const failure = async (paths: string[], filter: Partial<NarFilter> = {}) => {
    const { status, error } = await importPaths(setUp(), paths, filter);
    expect(status).toBe("FAILED");
    return error;
  };

  it("are refused with what is wrong with them", async () => {
    const { files } = await makeNar({ rows: 3_000, out: folder, zip: true });
    const [zip = ""] = files;
    expect(await failure([zip], { provinces: ["BC"] })).toMatchObject({ messageKey: "import.noSuchProvince", params: { province: "BC" } });
    await expect(importPaths(setUp(), [zip], { federalDistricts: ["Atlantis"] })).rejects.toMatchObject({
      messageKey: "import.unknownDistrict",
    });
    await expect(importPaths(setUp(), [path.join(folder, "nothing")])).rejects.toMatchObject({ messageKey: "map.import.noSuchFile" });
    const list = path.join(folder, "list.csv");
    await writeFile(list, "name,phone\nA,1\n");
    expect(await failure([list])).toMatchObject({ messageKey: "import.notRegisterFile", params: { name: "list.csv", column: "LOC_GUID" } });
    await truncate(zip, 30_000);
    expect(await failure([zip])).toMatchObject({ messageKey: "import.zipCut" });
    expect(await numberOf(addresses)).toBe(0);
  });

  it("are named among the others: one that breaks off within a quotation mark, and one without an end of its lines", async () => {
    const register = path.join(folder, "register");
    await makeNar({ rows: 400, out: register, city: ["ottawa", "gatineau"] });
    const file = path.join(register, "Addresses", "Address_35.csv");
    const sound = await readFile(file, "utf8");
    for (const [end, row] of [
      ['abc,"def,1\n', 201],
      [`abc,${"x".repeat(2_000_000)}`, 201],
    ] as const) {
      await writeFile(file, `${sound.trimEnd()}\n${end}`);
      expect(await failure([register])).toMatchObject({ messageKey: "import.registerBreaks", params: { name: "Address_35.csv", row } });
    }
    await writeFile(file, "");
    expect(await failure([register])).toMatchObject({ messageKey: "import.registerBreaks", params: { name: "Address_35.csv", row: 1 } });
  });

  it("do not take the rest with them: a row cut off is refused, with its file and row", async () => {
    const deps = setUp();
    await makeNar({ rows: 50, out: folder });
    const file = path.join(folder, "Addresses", "Address_35.csv");
    await writeFile(file, `${(await readFile(file, "utf8")).trimEnd()}\nabc,def,`);
    const done = await importPaths(deps, [folder]);
    expect(done.counts.read).toBe(51);
    const { rows } = await test.db.pool.query<{ reason: string; raw: Record<string, string> }>(
      `SELECT "reason", "raw" FROM "ImportReject" WHERE "reason" = 'badRow'`,
    );
    expect(rows).toEqual([
      { reason: "badRow", raw: { FILE: "Address_35.csv", ROW: "51", LOC_GUID: "abc", ADDR_GUID: "def", APT_NO_LABEL: "" } },
    ]);
  });
});

describe("an archive that lies elsewhere", () => {
  const url = "https://register.example/202606.zip";
  const elsewhere = async (rows: number) => {
    const deps = setUp();
    await test.db.prisma.mapSettings.create({ data: { id: "default", registerUrl: url } });
    const { files } = await makeNar({ rows, out: folder, city: ["ottawa", "gatineau", "vancouver"], zip: true });
    const bytes = await readFile(files[0] ?? "");
    deps.fetchRange.files.set(url, { bytes, version: '"june"' });
    return { deps, bytes };
  };
  const remote = (filter: Partial<NarFilter>) => createNarImportInput.parse({ source: { kind: "remote" }, filter });

  it("shows what it holds from its directory, and gives out one riding without the rest of it", async () => {
    const { deps, bytes } = await elsewhere(90_000);
    const held = await inspectNar(deps, system, { kind: "remote" });
    expect(held).toMatchObject({
      release: "202606",
      parts: [{ province: "BC", addressFiles: 1, locationFiles: 1 }, { province: "ON" }, { province: "QC" }],
    });
    for (const part of held.parts) expect(part.estimatedRows / 30_000).toBeCloseTo(1, 0);
    const fetched = () => deps.fetchRange.asked.reduce((sum, { start, end }) => sum + Math.min(end, bytes.length - 1) - start + 1, 0);
    expect(fetched()).toBeLessThan(400_000);

    const run = await createNarImport(deps, system, remote({ federalDistricts: ["24025"] }));
    expect(deps.jobs.added).toMatchObject([{ name: "map.run-import", payload: { importId: run.id } }]);
    deps.fetchRange.failures.push(new AppError("UPSTREAM", "fetch.unreachable"));
    const done = await runImport(deps, system, { importId: run.id });
    expect(done).toMatchObject({ status: "COMPLETED", options: { register: { release: "202606", remote: { url } } } });
    expect(await numberOf(`SELECT count(*) FROM "Location" WHERE "federalDistrict" <> 'Gatineau'`)).toBe(0);
    expect(await numberOf(addresses)).toBeGreaterThan(5_000);

    // The import after it finds what was fetched; after two weeks it is let go.
    const asked = deps.fetchRange.asked.length;
    const again = await createNarImport(deps, system, remote({ federalDistricts: ["24025"] }));
    expect((await runImport(deps, system, { importId: again.id })).counts.created).toBe(0);
    expect(deps.fetchRange.asked.length).toBe(asked + 1);
    deps.clock.advance(15 * 86_400_000);
    await purgeRegisters(deps);
    expect(deps.storage.files.size).toBe(0);
  });

  it("ends a run whose archive was replaced, and one whose server hands out no parts, with a sentence for it", async () => {
    const { deps, bytes } = await elsewhere(300);
    const run = await createNarImport(deps, system, remote({}));
    deps.fetchRange.files.set(url, { bytes, version: '"july"' });
    expect(await runImport(deps, system, { importId: run.id })).toMatchObject({
      status: "FAILED",
      error: { messageKey: "import.remoteChanged" },
    });
    deps.fetchRange.failures.push(new AppError("UPSTREAM", "import.noRange"));
    await expect(createNarImport(deps, system, remote({}))).rejects.toMatchObject({ messageKey: "import.noRange" });
  });
});

describe("an archive behind a real server", () => {
  const serve = async (bytes: Buffer, { givesRanges }: { givesRanges: boolean }) => {
    let breaks = 1;
    const server = createServer(({ headers }, response) => {
      const [, start = "0", end = ""] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? "") ?? [];
      if (!givesRanges) return void response.writeHead(200).end(bytes.subarray(0, 1_000));
      const part = bytes.subarray(Number(start), Number(end) + 1);
      response.writeHead(206, {
        "Content-Range": `bytes ${start}-${Number(start) + part.length - 1}/${bytes.length}`,
        "Content-Length": part.length,
      });
      // The line breaks once, in the middle of a large part.
      if (part.length > 100_000 && breaks > 0) {
        breaks -= 1;
        return void response.write(part.subarray(0, 50_000), () => response.destroy());
      }
      response.end(part);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const url = `http://register.example:${(server.address() as AddressInfo).port}/202606.zip`;
    await test.db.prisma.mapSettings.create({ data: { id: "default", registerUrl: url } });
    const fetchRange = createGuardedRanges({ resolve: async () => [{ address: "127.0.0.1", family: 4 }], allowPrivate: () => true });
    const close = (): void => {
      server.closeAllConnections();
      server.close();
    };
    return { fetchRange, close };
  };

  it("is fetched by ranges, past a line that breaks, and only as far as it is needed", async () => {
    const { files } = await makeNar({ rows: 60_000, out: folder, city: ["ottawa", "gatineau", "edmonton", "vancouver"], zip: true });
    const bytes = await readFile(files[0] ?? "");
    const server = await serve(bytes, { givesRanges: true });
    const deps = testDeps({ db: test.db, fetchRange: server.fetchRange as never });
    const input = createNarImportInput.parse({ source: { kind: "remote" }, filter: { provinces: ["AB"], postalCodes: ["T5A0"] } });
    const run = await createNarImport(deps, system, input);
    const done = await runImport(deps, system, { importId: run.id }).finally(server.close);
    expect(done.status).toBe("COMPLETED");
    expect(done.counts.created).toBeGreaterThan(100);
    expect(await numberOf(`SELECT count(*) FROM "Location" WHERE "province" <> 'AB'`)).toBe(0);
  });

  it("is refused where its server would send all of it", async () => {
    const server = await serve(Buffer.alloc(2_000), { givesRanges: false });
    const deps = testDeps({ db: test.db, fetchRange: server.fetchRange as never });
    for (const ask of [
      () => inspectNar(deps, system, { kind: "remote" }),
      () => createNarImport(deps, system, createNarImportInput.parse({ source: { kind: "remote" } })),
    ])
      await expect(ask()).rejects.toMatchObject({ code: "UPSTREAM", messageKey: "import.noRange" });
    server.close();
  });
});

describe("the server's import folder", () => {
  it("lists registers, tells their provinces and towns, and imports one by its name alone", async () => {
    const deps = setUp();
    const home = path.join(folder, "import");
    expect(await listNarDatasets(deps, system)).toEqual([]);
    await makeNar({ rows: 600, out: home, city: ["ottawa"], zip: true });
    await makeNar({ rows: 600, out: path.join(home, "both"), city: ["sudbury", "gatineau"] });
    await mkdir(path.join(home, "empty"));
    const sets = await listNarDatasets(deps, system);
    expect(
      sets.map(({ name, kind, files, release }) => ({ name, kind, files, release })).sort((a, b) => (a.name < b.name ? -1 : 1)),
    ).toEqual([
      { name: "202606.zip", kind: "zip", files: 1, release: "202606" },
      { name: "both", kind: "folder", files: 4, release: null },
    ]);
    expect((await inspectNar(deps, system, { kind: "folder", name: "both" })).parts.map(({ province }) => province)).toEqual(["ON", "QC"]);
    const source = { kind: "folder", name: "both" } as const;
    const { municipalities } = await listNarPlaces(deps, system, { source, province: "ON" });
    expect(municipalities[0]).toEqual({ name: "Greater Sudbury", nameFr: "Grand Sudbury", addresses: 300 });
    expect(municipalities.map(({ name }) => name)).toContain("Sudbury");
    expect(await listNarPlaces(deps, system, { source, province: "ON" })).toEqual({ municipalities });

    const run = await createNarImport(deps, system, createNarImportInput.parse({ source, filter: { municipalities: ["grand sudbury"] } }));
    expect((await runImport(deps, system, { importId: run.id })).counts.read).toBe(300);
    for (const name of ["../etc", "/etc/passwd", "..", "nothing.zip"])
      await expect(inspectNar(deps, system, { kind: "folder", name })).rejects.toMatchObject({ messageKey: "import.noFolderFile" });
    await rename(path.join(home, "both"), path.join(home, "moved"));
    expect(await readdir(home)).toContain("moved");
  });
});

describe("who may", () => {
  it("keeps registers from all but those who import, and uploads from all but their owners", async () => {
    const deps = setUp();
    const source = { kind: "remote" } as const;
    for (const actor of [anActor("USER"), anActor("TEMP"), aStranger()]) {
      for (const ask of [
        () => listNarDatasets(deps, actor),
        () => listNarDistricts(deps, actor),
        () => inspectNar(deps, actor, source),
        () => listNarPlaces(deps, actor, { source, province: "ON" }),
        () => createNarImport(deps, actor, createNarImportInput.parse({ source })),
        () => narImportFromPaths(deps, actor, { paths: [narExcerptFolder], ...wish() }),
      ])
        await expect((async () => ask())()).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    const owner = anActor("MAP_ADMIN", { userId: (await aUser(test.db, { role: "MAP_ADMIN" })).id });
    const names = (await readdir(narExcerptFolder)).filter((name) => /^(Address|Location)_.*csv$/.test(name));
    const files = await Promise.all(
      names.map(async (fileName) => ({
        fileName,
        uploadKey: await anUpload(deps.storage, { actor: owner, bytes: await readFile(path.join(narExcerptFolder, fileName)) }),
      })),
    );
    const uploads = createNarImportInput.parse({ source: { kind: "uploads", files } });
    await expect(createNarImport(deps, anActor("MAP_ADMIN"), uploads)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const run = await createNarImport(deps, owner, uploads);
    expect((await runImport(deps, system, { importId: run.id })).counts).toMatchObject({ read: 20, created: 20 });
  });
});

describe("the licence", () => {
  it("is told in both languages while addresses of the register stand", async () => {
    const deps = setUp();
    expect(await listDataCredits(deps, aStranger(), "en")).toEqual([]);
    const { files } = await makeNar({ rows: 20, out: folder, zip: true });
    await importPaths(deps, files);
    expect(await listDataCredits(deps, aStranger(), "en")).toMatchObject([
      {
        release: "202606",
        text: "Adapted from Statistics Canada, National Address Register, June 2026. This does not constitute an endorsement by Statistics Canada of this product.",
      },
    ]);
    expect((await listDataCredits(deps, aStranger(), "fr"))[0]?.text).toContain("juin 2026");
    expect((await getMapView(deps, aStranger({ locale: "fr" }))).credits).toEqual([expect.stringContaining("Statistique Canada")]);
    const csv = await text(Readable.from(exportLocations(deps, system, { filter: noFilter, format: "csv" })));
    expect(csv.split("\n")[0]).toContain("National Address Register, June 2026");
    await test.db.pool.query(`UPDATE "ImportRun" SET "status" = 'UNDONE'`);
    expect(await listDataCredits(deps, aStranger(), "en")).toEqual([]);
  });
});

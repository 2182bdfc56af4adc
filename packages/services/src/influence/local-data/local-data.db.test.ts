import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { anActor, aStranger, createTestDb, fakeClock, testDeps, type TestDb } from "@cml/testing";
import { systemActor } from "@cml/domain/kernel";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { districtsAt, importBoundaries, importRepresentatives, listCouncil, lookUpRepresentatives, undoLocalImport } from "../index";

let test: TestDb;
const folder = mkdtempSync(join(tmpdir(), "local-data-"));
beforeAll(async () => {
  test = await createTestDb();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await test.drop();
});
beforeEach(() => test.db.pool.query(`TRUNCATE "Boundary", "OfficeHolder", "ImportRun", "Trash", "Location", "PostalCodeCache" CASCADE`));

const shell = systemActor();
const fixture = (path: string) => fileURLToPath(new URL(`../../../../../tooling/fixtures/${path}`, import.meta.url));
const wards = {
  set: "edmonton-wards",
  source: "City of Edmonton",
  columns: { id: null, nameEn: null, nameFr: null },
  validFrom: new Date("2021-10-18"),
};
const zip = { ...wards, path: fixture("wards/edmonton_wards_shapefile.zip") };
const hall = { latitude: 53.5456, longitude: -113.4903 };
const setUp = () => testDeps({ db: test.db, clock: fakeClock("2026-11-22T12:00:00Z") });
type Deps = ReturnType<typeof setUp>;

const csv = (deps: Deps, text: string) => {
  const path = join(folder, `${deps.newId()}.csv`);
  writeFileSync(path, text);
  return importRepresentatives(deps, shell, { path, council: "Edmonton City Council" });
};
const head = "Council,Office,Name,Gender,Boundary set,District id,District,E-mail,email,Phone,Vacant\n";
const council = (councillor: string) =>
  `${head}edmonton-city-council,Mayor,Avery Mockridge,,,,Edmonton,,avery@example.org,780 555-0100,\n` +
  `edmonton-city-council,Councillor,${councillor},F,edmonton-wards,o-day-min,O-day'min,,ward@example.org,,\n` +
  `edmonton-city-council,Councillor,,,edmonton-wards,papastew,papastew,,,,yes\n`;

describe("districts from a file", () => {
  it("come out of a zipped shapefile in degrees, and the same file again changes nothing", async () => {
    const deps = setUp();
    const seen: number[] = [];
    const first = await importBoundaries(deps, shell, { ...zip, onProgress: ({ share }) => seen.push(share) });
    expect([first.counts, first.rejects, seen.at(-1)]).toEqual([{ read: 12, created: 12, changed: 0, same: 0, rejected: 0 }, [], 1]);
    expect((await districtsAt(deps, hall)).map(({ nameEn }) => nameEn)).toEqual(["O-day'min"]);
    expect((await importBoundaries(deps, shell, zip)).counts).toMatchObject({ created: 0, same: 12 });
  });

  it.each([
    ["edmonton_wards.geojson.gz", 12, hall],
    ["toronto2018_wards.geojson.gz", 25, { latitude: 43.6534, longitude: -79.3839 }],
    ["ottawa2022_wards_shapefile.zip", 24, { latitude: 45.4207, longitude: -75.6907 }],
  ])("%s holds %d, and every place in town lies in one of them", async (file, count, place) => {
    const deps = setUp();
    const { counts } = await importBoundaries(deps, shell, { ...wards, set: "wards", path: fixture(`wards/${file}`) });
    expect(counts).toMatchObject({ created: count, rejected: 0 });
    expect(await districtsAt(deps, place)).toHaveLength(1);
    expect(await districtsAt(deps, { latitude: 0, longitude: 0 })).toEqual([]);
  });

  it("of a newer edition take the older ones' place on their first day", async () => {
    const deps = setUp();
    await importBoundaries(deps, shell, zip);
    const path = join(folder, "one.geojson");
    const ring = [[-113.6, 53.4], [-113.3, 53.4], [-113.3, 53.7], [-113.6, 53.7], [-113.6, 53.4]]; // prettier-ignore
    writeFileSync(
      path,
      JSON.stringify({ type: "Feature", properties: { id: "whole", name: "Whole" }, geometry: { type: "Polygon", coordinates: [ring] } }),
    );
    const { importId } = await importBoundaries(deps, shell, { ...wards, path, validFrom: new Date("2026-12-01") });
    expect((await districtsAt(deps, hall)).map(({ externalId }) => externalId)).not.toContain("whole");
    const later = testDeps({ db: test.db, clock: fakeClock("2026-12-01T00:00:00Z") });
    expect((await districtsAt(later, hall)).map(({ externalId }) => externalId)).toEqual(["whole"]);
    await undoLocalImport(deps, shell, importId);
    const again = testDeps({ db: test.db, clock: fakeClock("2026-12-01T00:00:00Z") });
    expect((await districtsAt(again, hall)).map(({ nameEn }) => nameEn)).toEqual(["O-day'min"]);
  });

  it("are taken back whole, once, and what the import changed is as before", async () => {
    const deps = setUp();
    await importBoundaries(deps, shell, zip);
    await test.db.pool.query(`UPDATE "Boundary" SET "nameEn" = 'Old name' WHERE "nameEn" = 'O-day''min'`);
    const { importId, counts } = await importBoundaries(deps, shell, zip);
    expect(counts).toMatchObject({ changed: 1, same: 11 });
    expect(await undoLocalImport(deps, shell, importId)).toEqual({ undone: "boundaries" });
    expect((await districtsAt(deps, hall)).map(({ nameEn }) => nameEn)).toEqual(["Old name"]);
    await expect(undoLocalImport(deps, shell, importId)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await importBoundaries(deps, shell, zip)).counts).toMatchObject({ changed: 1 });
  });

  it.each([
    ["nowhere.geojson", "map.import.noSuchFile"],
    ["broken.zip", "import.notShapefile"],
    ["broken.geojson", "import.notGeoJson"],
  ])("that is %s is refused with a sentence, and nothing is left behind", async (name, messageKey) => {
    if (name.startsWith("broken")) writeFileSync(join(folder, name), "PK\u0003\u0004 not really");
    await expect(importBoundaries(setUp(), shell, { ...wards, path: join(folder, name) })).rejects.toMatchObject({ messageKey });
    expect(await test.db.prisma.importRun.count()).toBe(0);
  });
});

describe("people from a file", () => {
  it("are all there, and the same file again changes nothing", async () => {
    const deps = setUp();
    const first = await csv(deps, council("Juniper Stubbs"));
    expect([first.counts, first.removed]).toEqual([{ read: 3, created: 3, changed: 0, same: 0, rejected: 0 }, 0]);
    expect((await csv(deps, council("Juniper Stubbs"))).counts).toMatchObject({ created: 0, same: 3 });
    const people = await listCouncil(deps, "edmonton-city-council");
    expect(people.map(({ name, isVacant, level }) => [name, isVacant, level])).toEqual([
      ["Avery Mockridge", false, "MUNICIPAL"],
      ["Juniper Stubbs", false, "MUNICIPAL"],
      ["", true, "MUNICIPAL"],
    ]);
    expect(deps.represent.councilsAsked).toEqual([]);
  });

  it("replace their council: who is no longer in the file goes, and comes back when the import is undone", async () => {
    const deps = setUp();
    await csv(deps, council("Juniper Stubbs"));
    const [, councillor] = await listCouncil(deps, "edmonton-city-council");
    const second = await csv(deps, council("Marlowe Finch").replace("780 555-0100", "780 555-0199"));
    expect([second.counts, second.removed]).toEqual([{ read: 3, created: 1, changed: 1, same: 1, rejected: 0 }, 1]);
    await undoLocalImport(deps, shell, second.importId);
    const people = await listCouncil(deps, "edmonton-city-council");
    expect(people.find(({ name }) => name === "Juniper Stubbs")?.id).toBe(councillor?.id);
    expect(people.find(({ name }) => name === "Avery Mockridge")?.offices[0]?.tel).toBe("780 555-0100");
    expect(people).toHaveLength(3);
  });

  it("are refused one by one with their reason", async () => {
    const run = await csv(
      setUp(),
      `${head}c,,A,,,,,,,,\nc,Mayor,,,,,,,,,\nc,Mayor,B,,,,,,not an address,,\nc,Mayor,C,,Bad Set,1,,,,,\nc,Mayor,D,,,,,,,,\nc,Mayor,D,,,,,,,,\n`,
    );
    expect(run.counts).toEqual({ read: 6, created: 1, changed: 0, same: 0, rejected: 5 });
    expect(run.rejects.map(({ reason }) => reason)).toEqual(["noOffice", "noName", "badEmail", "badDistrict", "duplicateInFile"]);
    expect(await test.db.prisma.importReject.count()).toBe(5);
  });

  it("keep their addresses under the heading “E-mail”, “Courriel” or “email”", async () => {
    for (const heading of ["E-mail", "Courriel", "email"]) {
      const deps = setUp();
      await csv(deps, `Council,Office,Name,${heading}\nc,Mayor,Avery Mockridge,avery@example.org\n`);
      expect((await listCouncil(deps, "c")).map(({ email }) => email)).toEqual(["avery@example.org"]);
    }
  });

  it("need a column for the office", async () => {
    await expect(csv(setUp(), "name\nA\n")).rejects.toMatchObject({ messageKey: "representative.noOfficeColumn" });
  });
});

describe("a look-up in local data", () => {
  const aDoor = (given: { latitude: number; longitude: number }) =>
    test.db.prisma.location.create({
      data: { ...given, address: "1 Street", postalCode: "T5J2R7", municipality: "Edmonton", province: "AB", mapCell: 0n },
    });
  const here = setUp;

  it("takes the code's own doors for its place, and asks no network for a level that is answered", async () => {
    const deps = { ...here(), config: { ...here().config, representativeSources: ["local"] as const } };
    await importBoundaries(deps, shell, zip);
    await csv(deps, council("Juniper Stubbs"));
    await aDoor(hall);
    const found = await lookUpRepresentatives(deps, shell, { postalCode: "T5J2R7" });
    expect(found).toMatchObject({ city: "Edmonton", province: "AB", known: true, sourcesDown: false });
    expect(found.levels[2]).toMatchObject({ level: "MUNICIPAL", state: "SURE", districts: [{ key: "edmonton-wards/o-day-min" }] });
    expect(found.representatives.map(({ name, source }) => [name, source])).toEqual([
      ["Avery Mockridge", "LOCAL"],
      ["Juniper Stubbs", "LOCAL"],
    ]);
    expect(deps.represent.asked).toEqual([]);
  });

  it("offers a choice where doors of one code lie in two districts, an empty seat among them", async () => {
    const deps = here();
    await importBoundaries(deps, shell, zip);
    await csv(deps, council("Juniper Stubbs"));
    await aDoor(hall);
    await aDoor({ latitude: 53.5186, longitude: -113.4969 });
    const found = await lookUpRepresentatives(deps, shell, { postalCode: "T5J2R7" });
    expect(found.splitLevels).toEqual(["MUNICIPAL"]);
    expect(found.levels[2]?.districts.map(({ key }) => key).sort()).toEqual(["edmonton-wards/o-day-min", "edmonton-wards/papastew"]);
    const chosen = await lookUpRepresentatives(deps, shell, { postalCode: "T5J2R7", districts: ["edmonton-wards/papastew"] });
    expect(chosen.representatives.map(({ isVacant }) => isVacant)).toEqual([false, true]);
  });

  it("leaves the other levels to Represent", async () => {
    const deps = here();
    await importBoundaries(deps, shell, zip);
    await csv(deps, council("Juniper Stubbs"));
    await aDoor(hall);
    await lookUpRepresentatives(deps, shell, { postalCode: "T5J2R7" });
    expect(deps.represent.asked).toEqual(["T5J2R7"]);
  });
});

it("bulk data come by the shell only, not by another user or a stranger", async () => {
  const deps = setUp();
  for (const actor of [anActor("SUPER_ADMIN"), aStranger()]) {
    await expect(importBoundaries(deps, actor, zip)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(importRepresentatives(deps, actor, { path: "x", council: "c" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(undoLocalImport(deps, actor, deps.newId())).rejects.toMatchObject({ code: "FORBIDDEN" });
  }
});

import { createImportInput, previewImportInput } from "@cml/domain/map";
import { systemActor } from "@cml/domain/kernel";
import { anActor, anUpload, aUser, createTestDb, type TestDb, testDeps } from "@cml/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createImport } from "./create-import";
import { previewImport } from "./preview-import";
import { runImport } from "./run-import";

let test: TestDb;
beforeAll(async () => void (test = await createTestDb()));
afterAll(() => test.drop());

const sent = async (bytes: string | Buffer) => {
  const deps = testDeps({ db: test.db });
  const owner = anActor("MAP_ADMIN", { userId: (await aUser(test.db, { role: "MAP_ADMIN" })).id });
  return { deps, owner, uploadKey: await anUpload(deps.storage, { actor: owner, bytes }) };
};
const preview = async (bytes: string | Buffer, given: { fileName: string; points?: string; csv?: object }) => {
  const { deps, owner, uploadKey } = await sent(bytes);
  return previewImport(deps, owner, previewImportInput.parse({ kind: "addresses", uploadKey, ...given }));
};
const imported = async (bytes: string | Buffer, given: { fileName: string; points?: string; csv?: object }) => {
  const { deps, owner, uploadKey } = await sent(bytes);
  const run = await createImport(deps, owner, createImportInput.parse({ kind: "addresses", uploadKey, source: given.fileName, ...given }));
  return runImport(deps, systemActor(), { importId: run.id });
};

it("reads points of a GeoJSON with their properties as rows", async () => {
  const feature = (address: string, geometry: unknown) => ({ type: "Feature", properties: { address, latitude: "1" }, geometry });
  const features = [
    feature("12 Cedar St", { type: "Point", coordinates: [-80.94, 44.56] }),
    feature("14 Cedar St", { type: "Polygon", coordinates: [] }),
  ];
  const bytes = JSON.stringify({ type: "FeatureCollection", features });
  const seen = await preview(bytes, { fileName: "doors.geojson" });
  expect(seen).toMatchObject({
    reading: null,
    pointsLook: "degrees",
    mapping: { address: "address", latitude: "latitude", longitude: "longitude" },
    rows: [{ label: "12 Cedar St", place: { latitude: 44.56, longitude: -80.94 } }, { rejected: "noPoint" }],
  });
  const run = await imported(bytes, { fileName: "doors.geojson" });
  expect(run).toMatchObject({ status: "COMPLETED", counts: { read: 2, created: 1, rejected: 1 }, summary: { unplaced: 1 } });
});

it("says what wrong points look like, and reads them so when told", async () => {
  const metres = "address,x,y\n1 Jasper Ave,4815149.3,2168450.549\n3 Jasper Ave,4815159.3,2168450.549\n";
  expect(await preview(metres, { fileName: "lambert.csv" })).toMatchObject({
    pointsLook: "statcanLambert",
    rows: [{ rejected: "badPoint" }, {}],
  });
  const read = await preview(metres, { fileName: "lambert.csv", points: "statcanLambert" });
  expect(read.rows[0]?.place?.latitude).toBeCloseTo(53.5461, 4);
  expect(read.rows[0]?.place?.longitude).toBeCloseTo(-113.4938, 4);
  expect(await imported(metres, { fileName: "lambert.csv", points: "statcanLambert" })).toMatchObject({ counts: { read: 2, created: 2 } });

  const swapped = "address,latitude,longitude\n5 Oak St,-80.94,44.56\n";
  expect(await preview(swapped, { fileName: "s.csv" })).toMatchObject({ pointsLook: "swapped", rows: [{ rejected: "swappedPoint" }] });
  expect(await imported(swapped, { fileName: "swapped.csv", points: "swapped" })).toMatchObject({ counts: { created: 1, rejected: 0 } });
});

it("reads as it is told, in the preview and in the run alike", async () => {
  const bytes = Buffer.from("'5, rue de l’Église';45,5;-73,6\n'7, rue Côté';45,51;-73,61\n".replace("’", "'"), "latin1");
  const csv = { encoding: "windows-1252", delimiter: ";", quote: '"', headerRow: false };
  expect(await preview(bytes, { fileName: "plain.csv", csv })).toMatchObject({
    headers: ["column 1", "column 2", "column 3"],
    reading: csv,
    problem: { problem: "noAddressColumn" },
  });
  const { deps, owner, uploadKey } = await sent(bytes);
  const given = {
    kind: "addresses",
    uploadKey,
    fileName: "plain.csv",
    csv,
    mapping: { address: "column 1", latitude: "column 2", longitude: "column 3" },
  };
  const run = await createImport(deps, owner, createImportInput.parse(given));
  expect(await runImport(deps, systemActor(), { importId: run.id })).toMatchObject({ counts: { read: 2, created: 2 } });
});

it("says what is wrong with an archive", async () => {
  const cut = Buffer.concat([Buffer.from("PK\u0003\u0004", "latin1"), Buffer.alloc(60)]);
  await expect(preview(cut, { fileName: "doors.zip" })).rejects.toMatchObject({ messageKey: "import.zipCut" });
  const empty = Buffer.concat([Buffer.from("PK\u0005\u0006", "latin1"), Buffer.alloc(18)]);
  await expect(preview(empty, { fileName: "doors.zip" })).rejects.toMatchObject({ messageKey: "import.zipOneTable", params: { count: 0 } });
});

import { readFileSync } from "node:fs";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { crc32 } from "node:zlib";
import { openZip, type RandomAccess } from "@cml/formats";
import { expect, it } from "vitest";
import { readAreas } from "./read-areas";

const file = (bytes: Buffer): RandomAccess => ({
  sizeBytes: bytes.length,
  read: async (start, end) => Readable.from([bytes.subarray(start, end)], { objectMode: false }),
});

/** An archive whose entries are stored as they are (APPNOTE 4.3). */
const archive = (entries: readonly { name: string; bytes: Buffer }[]): Buffer => {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of entries) {
    const fixed = Buffer.alloc(26);
    fixed.writeUInt16LE(20, 0);
    fixed.writeUInt32LE(crc32(bytes), 10);
    fixed.writeUInt32LE(bytes.length, 14);
    fixed.writeUInt32LE(bytes.length, 18);
    fixed.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    local.push(Buffer.from("PK\u0003\u0004"), fixed, Buffer.from(name), bytes);
    directory.push(Buffer.from("PK\u0001\u0002"), Buffer.from([20, 0]), fixed, place, Buffer.from(name));
    offset += 30 + name.length + bytes.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, listed, Buffer.from("PK\u0005\u0006"), end]);
};

const wards = readFileSync(new URL("../../../../../tooling/fixtures/wards/edmonton_wards_shapefile.zip", import.meta.url));
const without = async (ending: string): Promise<Buffer> => {
  const entries = (await openZip(file(wards))).filter(({ name }) => !name.endsWith(ending));
  return archive(await Promise.all(entries.map(async ({ name, open }) => ({ name, bytes: await buffer(await open()) }))));
};
const kml = Buffer.from(`<?xml version="1.0"?><kml><Placemark><name>A</name><Polygon><outerBoundaryIs><LinearRing><coordinates>
  -100,50 -99,50 -99,51 -100,50</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></kml>`);

it("reads a zipped shapefile, KML and KMZ by how they begin", async () => {
  expect(await readAreas(file(wards), null)).toHaveLength(12);
  expect(await readAreas(file(kml), null)).toMatchObject([{ properties: { name: "A" } }]);
  expect(await readAreas(file(archive([{ name: "doc.kml", bytes: kml }])), null)).toMatchObject([{ properties: { name: "A" } }]);
});

it("asks which projection a shapefile without .prj has, and reads it as it is told", async () => {
  const bytes = await without(".prj");
  await expect(readAreas(file(bytes), null)).rejects.toMatchObject({ messageKey: "import.noProjection" });
  expect(await readAreas(file(bytes), "degrees")).toHaveLength(12);
  const [first] = await readAreas(file(bytes), "webMercator");
  expect(JSON.stringify(first), "degrees taken for metres lie off Africa").toContain("[-0.00");
});

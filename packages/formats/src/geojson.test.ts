import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { readCutGeometry } from "@cml/domain/map";
import { describe, expect, it } from "vitest";
import { readGeoJson } from "./geojson";

const fixture = (name: string) => createReadStream(new URL(`../../../tooling/fixtures/boundaries/${name}.geojson.gz`, import.meta.url));
const read = (text: string) => readGeoJson(Readable.from([Buffer.from(text)]));
const point = { type: "Feature", id: 7, properties: { name: "a" }, geometry: { type: "Point", coordinates: [1, 2] } };

describe("readGeoJson", () => {
  it.each([
    ["vancouver", 23],
    ["edmonton", 386],
    ["toronto", 140],
    ["montreal", 19],
    ["calgary", 242],
  ])("reads the real neighbourhoods of %s, every boundary valid", async (city, count) => {
    const features = await readGeoJson(fixture(city));
    expect(features).toHaveLength(count);
    const refused = features
      .map(({ properties, geometry }) => ({ name: properties["name"], ...readCutGeometry(geometry) }))
      .filter((read) => !("geometry" in read));
    expect(refused).toEqual([]);
  });

  it("reads a feature on each line, with record separators too", async () => {
    const line = JSON.stringify(point);
    expect(await read(`${line}\n\u001e${line}\r\n\n`)).toEqual([
      { row: 1, properties: { "@id": 7, name: "a" }, geometry: point.geometry },
      { row: 2, properties: { "@id": 7, name: "a" }, geometry: point.geometry },
    ]);
  });

  it("says that a packed file breaks off", async () => {
    const packed = gzipSync(JSON.stringify({ type: "FeatureCollection", features: [] }));
    await expect(readGeoJson(Readable.from([packed.subarray(0, 30)]))).rejects.toMatchObject({ messageKey: "import.brokenPacking" });
  });

  it("reads a bare geometry and a feature without one", async () => {
    expect(await read('{"type":"Point","coordinates":[1,2]}')).toEqual([{ row: 1, properties: {}, geometry: point.geometry }]);
    expect(await read('{"type":"Feature","properties":null,"geometry":null}')).toEqual([{ row: 1, properties: {}, geometry: null }]);
  });

  it.each([
    ["", "import.emptyFile"],
    ["a,b\n1,2", "import.notGeoJson"],
    ["[1]", "import.notGeoJson"],
    ['{"type":"FeatureCollection"}', "import.notGeoJson"],
  ])("refuses %j", async (text, messageKey) => {
    await expect(read(text)).rejects.toMatchObject({ code: "INVALID", messageKey });
  });
});

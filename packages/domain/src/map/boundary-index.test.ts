import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { holdsPoint, indexBounds } from "./boundary-index";
import { boundsOf, type CutGeometry, isInCut, readCutGeometry } from "./cut-geometry";

type File = { features: { properties: { name: string }; geometry: unknown }[] };
const cityOf = (city: string) =>
  (
    JSON.parse(
      gunzipSync(readFileSync(new URL(`../../../../tooling/fixtures/boundaries/${city}.geojson.gz`, import.meta.url))).toString(),
    ) as File
  ).features.flatMap(({ properties, geometry }) => {
    const read = readCutGeometry(geometry);
    return "geometry" in read ? [{ name: properties.name, geometry: read.geometry }] : [];
  });

describe("holding a point", () => {
  const frame: CutGeometry = {
    type: "Polygon",
    coordinates: [
      [[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]],
      [[1, 1], [1, 3], [3, 3], [3, 1], [1, 1]],
    ],
  }; // prettier-ignore
  it.each([
    [0.5, 0.5, true],
    [2, 2, false],
    [5, 2, false],
    [0, 2, true],
    [1, 2, true],
    [4, 4, true],
  ])("%d, %d: %s", (longitude, latitude, expected) => expect(holdsPoint(frame, { latitude, longitude })).toBe(expected));
});

it("says of real neighbourhoods what the exact test of Turf says", () => {
  const areas = cityOf("edmonton");
  const near = indexBounds(areas.map((area) => ({ ...area, bounds: boundsOf(area.geometry) })));
  let seed = 7;
  const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
  let found = 0;
  for (let n = 0; n < 400; n += 1) {
    const point = { latitude: 53.4 + random() * 0.3, longitude: -113.7 + random() * 0.4 };
    const expected = areas.filter(({ geometry }) => isInCut(point, geometry)).map(({ name }) => name);
    const named = near(point)
      .filter(({ geometry }) => holdsPoint(geometry, point))
      .map(({ name }) => name);
    expect(named.sort()).toEqual(expected.sort());
    found += named.length;
  }
  expect(found).toBeGreaterThan(100);
});

it("finds nothing where nothing was imported", () => {
  expect(indexBounds([])({ latitude: 1, longitude: 1 })).toEqual([]);
});

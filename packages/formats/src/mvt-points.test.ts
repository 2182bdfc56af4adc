import { VectorTile } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";
import { expect, it } from "vitest";
import { encodeTile } from "./mvt";
import { encodePoints } from "./mvt-points";

const decode = (bytes: Uint8Array) => new VectorTile(new PbfReader(bytes));
const keys = ["id", "units", "share", "sign"];

it("writes points an independent reader reads back, many of them, on and beyond the edges", () => {
  const points = Array.from({ length: 700 }, (_, n) => ({
    x: n * 7 - 300,
    y: 4500 - n * 9,
    values: [`door-${n} Québec`, n % 3, n % 5 === 0 ? null : n / 8, n % 2 === 0],
  }));
  const layer = decode(encodePoints({ name: "doors", extent: 4096, keys, points })).layers["doors"]!;
  expect([layer.length, layer.extent, layer.version]).toEqual([700, 4096, 2]);
  points.forEach(({ x, y, values }, n) => {
    const feature = layer.feature(n);
    expect(feature.loadGeometry()).toEqual([[expect.objectContaining({ x, y })]]);
    const [id, units, share, sign] = values;
    expect(feature.properties).toEqual({ id, units, sign, ...(share === null ? {} : { share }) });
  });
});

it("is joined with other tiles by their bytes", () => {
  const points = encodePoints({ name: "doors", extent: 4096, keys, points: [{ x: 1, y: 2, values: ["a", 1, -2, true] }] });
  const lines = encodeTile([
    { name: "lines", extent: 4096, features: [{ geometry: { type: "line", parts: [[[0, 0], [5, 5], [5, 5], [9, 1]], [[7, 7]]] }, properties: { kind: "road" } }] },
  ]); // prettier-ignore
  const tile = decode(Buffer.concat([points, encodePoints({ name: "none", extent: 4096, keys, points: [] }), lines]));
  expect(Object.keys(tile.layers)).toEqual(["doors", "lines"]);
  expect(tile.layers["doors"]!.feature(0).properties).toEqual({ id: "a", units: 1, share: -2, sign: true });
  expect(tile.layers["lines"]!.feature(0).loadGeometry().map((part) => part.map(({ x, y }) => [x, y]))).toEqual([[[0, 0], [5, 5], [9, 1]]]); // prettier-ignore
});

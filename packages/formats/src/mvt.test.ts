import { VectorTile } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";
import { describe, expect, it } from "vitest";
import { encodeTile } from "./mvt";
import { clipPolygon } from "./tile-clip";

const decode = (bytes: Uint8Array) => new VectorTile(new PbfReader(bytes));

describe("encodeTile", () => {
  it("writes what an independent reader reads back", () => {
    const tile = decode(
      encodeTile([
        {
          name: "doors",
          extent: 4096,
          features: [
            {
              id: 12,
              geometry: { type: "point", points: [[10, 4000]] },
              properties: { count: 3, support: "LEVEL_1", share: 0.25, below: -4, sign: true, none: null },
            },
            { geometry: { type: "point", points: [[-5, 5]] }, properties: { count: 3 } },
          ],
        },
        { name: "empty", extent: 4096, features: [] },
      ]),
    );
    expect(Object.keys(tile.layers)).toEqual(["doors"]);
    const layer = tile.layers["doors"]!;
    expect(layer.length).toBe(2);
    expect(layer.feature(0).id).toBe(12);
    expect(layer.feature(0).properties).toEqual({ count: 3, support: "LEVEL_1", share: 0.25, below: -4, sign: true });
    expect(layer.feature(0).loadGeometry()[0]![0]).toMatchObject({ x: 10, y: 4000 });
    expect(layer.feature(1).loadGeometry()[0]![0]).toMatchObject({ x: -5, y: 5 });
  });

  it("draws a clipped polygon with its hole, and nothing of one that lies elsewhere", () => {
    const square = (low: number, high: number): [number, number][] => [[low, low], [high, low], [high, high], [low, high], [low, low]]; // prettier-ignore
    const rings = clipPolygon([square(-9000, 2000), square(500, 1000)], { extent: 4096, margin: 64 });
    expect(rings[0]).toContainEqual([-64, -64]);
    expect(clipPolygon([square(9000, 9500)], { extent: 4096, margin: 64 })).toEqual([]);
    const layer = decode(encodeTile([{ name: "cuts", extent: 4096, features: [{ geometry: { type: "polygon", rings }, properties: {} }] }]))
      .layers["cuts"]!;
    const json = layer.feature(0).toGeoJSON(0, 0, 0);
    expect(json.geometry.type).toBe("Polygon");
    expect(json.geometry.type === "Polygon" && json.geometry.coordinates).toHaveLength(2);
  });
});

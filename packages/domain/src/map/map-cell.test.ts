import { describe, expect, it } from "vitest";
import { distanceM } from "../kernel/geo";
import { cellCentre, mapCellOf, tileBounds, tileRange, toMercator } from "./map-cell";

/** Bit by bit, the definition itself. */
const mortonByDefinition = (x: bigint, y: bigint): bigint => {
  let code = 0n;
  for (let bit = 0n; bit < 31n; bit += 1n) code |= (((x >> bit) & 1n) << (2n * bit)) | (((y >> bit) & 1n) << (2n * bit + 1n));
  return code;
};

const places = [
  { latitude: 49.28368576, longitude: -123.1039785 },
  { latitude: 45.5, longitude: -73.6 },
  { latitude: -33.9, longitude: 18.4 },
  { latitude: 0, longitude: 0 },
  { latitude: 85.05, longitude: 179.999999 },
  { latitude: -85.05, longitude: -180 },
];

describe("mapCellOf", () => {
  it.each(places)("interleaves the tile of $latitude, $longitude as the definition says", (place) => {
    const { x, y } = toMercator(place);
    const column = BigInt(Math.floor(x * 2 ** 31));
    const row = BigInt(Math.floor(y * 2 ** 31));
    expect(mapCellOf(place)).toBe(mortonByDefinition(column, row));
  });

  it.each(places)("names a place within two centimetres of $latitude, $longitude", (place) =>
    expect(distanceM(cellCentre(mapCellOf(place)), place)).toBeLessThan(0.02),
  );

  it("fits a signed bigint column", () => {
    expect(mapCellOf({ latitude: -90, longitude: 180 })).toBeLessThan(2n ** 63n);
    expect(mapCellOf({ latitude: 90, longitude: -180 })).toBe(0n);
  });
});

describe("tileRange", () => {
  it("holds exactly the points of the tile at every zoom", () => {
    const place = places[0]!;
    const cell = mapCellOf(place);
    const { x, y } = toMercator(place);
    for (let z = 0; z <= 22; z += 1) {
      const tile = { z, x: Math.floor(x * 2 ** z), y: Math.floor(y * 2 ** z) };
      const range = tileRange(tile);
      expect(cell >= range.from && cell <= range.to).toBe(true);
      const [west, south, east, north] = tileBounds(tile);
      expect(place.longitude >= west && place.longitude <= east && place.latitude >= south && place.latitude <= north).toBe(true);
      if (z > 0) {
        const neighbour = tileRange({ ...tile, x: tile.x ^ 1 });
        expect(cell >= neighbour.from && cell <= neighbour.to).toBe(false);
      }
    }
  });
});

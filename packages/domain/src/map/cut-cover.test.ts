import { circle, polygon } from "@turf/turf";
import { describe, expect, it } from "vitest";
import { coverCut, type CutCover } from "./cut-cover";
import { type CutGeometry, isInCut } from "./cut-geometry";
import { mapCellOf } from "./map-cell";

// Park and Miller's generator: the same points in every run.
const randomFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
};

const where = (cover: CutCover, cell: bigint): "inside" | "border" | "outside" => {
  const within = (kind: "inside" | "border") => cover[kind].some(({ from, to }) => cell >= from && cell <= to);
  return within("inside") ? "inside" : within("border") ? "border" : "outside";
};

const disc = circle([-123.1, 49.25], 2, { units: "kilometers", steps: 48 }).geometry;
const hole = circle([-123.1, 49.25], 0.7, { units: "kilometers", steps: 31 }).geometry.coordinates[0]!;
const star = polygon([[[-123.2, 49.2], [-123.11, 49.24], [-123.1, 49.32], [-123.08, 49.24], [-123.0, 49.2], [-123.1, 49.22], [-123.2, 49.2]]]).geometry; // prettier-ignore

const shapes: Record<string, CutGeometry> = {
  disc,
  "disc with a hole": { type: "Polygon", coordinates: [disc.coordinates[0]!, [...hole].reverse()] },
  "pointed star": star,
  "two parts": {
    type: "MultiPolygon",
    coordinates: [disc.coordinates, circle([-123.02, 49.3], 1, { units: "kilometers" }).geometry.coordinates],
  },
  "a long thin slip": polygon([[[-123.2, 49.2], [-123.0, 49.30001], [-123.0, 49.3], [-123.2, 49.2]]]).geometry, // prettier-ignore
  "across a large tile's edge": circle([0, 51.48], 3, { units: "kilometers" }).geometry,
};

describe.each(Object.entries(shapes))("coverCut of %s", (_name, shape) => {
  it("agrees with the exact test on twenty thousand points", () => {
    const cover = coverCut(shape);
    const random = randomFrom(7);
    const centre = _name.startsWith("across") ? { longitude: 0, latitude: 51.48 } : { longitude: -123.1, latitude: 49.26 };
    let border = 0;
    for (let index = 0; index < 20_000; index += 1) {
      const point = { longitude: centre.longitude + (random() - 0.5) * 0.24, latitude: centre.latitude + (random() - 0.5) * 0.14 };
      const place = where(cover, mapCellOf(point));
      if (place === "border") border += 1;
      else expect(place === "inside", JSON.stringify(point)).toBe(isInCut(point, shape));
    }
    expect(border).toBeLessThan(6_000);
  });

  it("gives sorted ranges that do not meet", () => {
    const { inside, border } = coverCut(shape);
    for (const ranges of [inside, border])
      ranges.slice(1).forEach((range, index) => expect(range.from > ranges[index]!.to + 1n).toBe(true));
  });
});

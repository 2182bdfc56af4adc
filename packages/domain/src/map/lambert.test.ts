import { expect, it } from "vitest";
import { fromLambert } from "./lambert";

// Computed with PROJ from EPSG:3347: longitude, latitude, x, y.
const vectors = [
  [-113.4938, 53.5461, 4_815_149.3, 2_168_450.549],
  [-79.3832, 43.6532, 7_224_817.495, 928_699.052],
  [-123.1207, 49.2827, 4_018_834.406, 2_007_337.19],
  [-52.7126, 47.5615, 8_980_061.656, 2_152_320.016],
] as const;

it.each(vectors)("finds %f, %f again to the millimetre", (longitude, latitude, x, y) => {
  const point = fromLambert(x, y);
  // A millimetre is 9e-9 of a degree of latitude; the vectors themselves are given to half of one.
  expect(Math.abs(point.latitude - latitude)).toBeLessThan(9e-9);
  expect(Math.abs(point.longitude - longitude)).toBeLessThan(1.5e-8);
});

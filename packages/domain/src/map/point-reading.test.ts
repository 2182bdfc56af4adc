import { expect, it } from "vitest";
import { pointLookOf, pointRead } from "./point-reading";

const towns = [
  { latitude: 53.5461, longitude: -113.4938 },
  { latitude: 43.6532, longitude: -79.3832 },
  { latitude: 49.2827, longitude: -123.1207 },
];
const lambert = [
  { longitude: 4_815_149.3, latitude: 2_168_450.549 },
  { longitude: 7_224_817.495, latitude: 928_699.052 },
  { longitude: 4_018_834.406, latitude: 2_007_337.19 },
];
const mercator = [
  { longitude: -12_634_072.09, latitude: 7_084_657.46 },
  { longitude: -8_836_897.4, latitude: 5_411_930 },
  { longitude: -13_705_733.63, latitude: 6_322_966.52 },
];

it("sees what the numbers of a file are", () => {
  expect(pointLookOf(towns)).toBe("degrees");
  expect(pointLookOf(towns.map(({ latitude, longitude }) => ({ latitude: longitude, longitude: latitude })))).toBe("swapped");
  expect(pointLookOf(lambert)).toBe("statcanLambert");
  expect(pointLookOf(mercator)).toBe("webMercator");
  expect(pointLookOf([{ longitude: 491_000.2, latitude: 5_458_000 }])).toBe("utm");
  expect(pointLookOf([{ longitude: 0, latitude: 0 }])).toBe("zero");
  expect(pointLookOf([{ longitude: 2.35, latitude: 48.85 }])).toBeNull();
  expect(pointLookOf([])).toBeNull();
});

it("is not misled by single rows", () => {
  const many = Array.from({ length: 9 }, () => towns[0] ?? { latitude: 0, longitude: 0 });
  expect(pointLookOf([...many, { latitude: 0, longitude: 0 }])).toBe("degrees");
});

it("reads metres where the towns are", () => {
  towns.forEach((town, index) => {
    for (const [points, reading] of [[lambert, "statcanLambert"], [mercator, "webMercator"]] as const) {
      const read = pointRead(points[index] ?? town, reading);
      expect(read.latitude).toBeCloseTo(town.latitude, 4);
      expect(read.longitude).toBeCloseTo(town.longitude, 4);
    }
  });
}); // prettier-ignore

import { expect, it } from "vitest";
import { boundsAround, numberedPoints } from "./numbered-points";

const here = { latitude: 49.25, longitude: -123.1 };

it("looks at what is near the first, and at nothing where there is nothing", () => {
  expect(boundsAround([])).toBeNull();
  const [west, south, east, north] = boundsAround([here, { latitude: 49.26, longitude: -123.12 }, { latitude: 51, longitude: -114 }])!;
  expect([west, south, east, north].map((edge) => edge.toFixed(4))).toEqual(["-123.1212", "49.2488", "-123.0988", "49.2612"]);
});

it("puts the numbers of the keys on the map", () => {
  expect(numberedPoints("a", [{ ...here, key: 2 }]).features[0]).toMatchObject({
    properties: { id: "a-2", label: "2" },
    geometry: { coordinates: [-123.1, 49.25] },
  });
});

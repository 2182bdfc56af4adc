import type { Position } from "geojson";
import { expect, it } from "vitest";
import { reviewAreas, type StandingArea } from "./area-review";
import type { CutGeometry } from "./cut-geometry";
import { areaReadingSchema } from "./import-options";

const ring = (west: number, south: number, size = 0.01): Position[] => [
  [west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south],
]; // prettier-ignore
const square = (west: number, south: number, size?: number): CutGeometry => ({ type: "Polygon", coordinates: [ring(west, south, size)] });
const files = (...given: [name: string, geometry: unknown][]) =>
  given.map(([name, geometry], index) => ({ row: index + 1, properties: { name }, geometry }));
const reading = (given: object = {}) => areaReadingSchema.parse(given);
const bowTie = { type: "Polygon", coordinates: [[[-123, 49], [-122.99, 49.01], [-122.99, 49], [-123, 49.01], [-123, 49]]] }; // prettier-ignore
const standing = (name: string, geometry: CutGeometry, isOfSource = true): StandingArea => ({
  id: `id of ${name}`,
  name,
  externalId: null,
  isOfSource,
  geometry,
});

it("says of each area what would become of it", () => {
  const reviewed = reviewAreas(
    files(["New", square(-123, 49)], ["Same", square(-123.1, 49)], ["Moved", square(-123.2, 49)], ["New", square(-123.3, 49)]),
    reading(),
    [standing("Same", square(-123.1, 49)), standing("Moved", square(-123.25, 49)), standing("New", square(-123, 49), false)],
  );
  expect(reviewed.map(({ verdict, problem }) => [verdict, problem])).toEqual([
    ["created", null],
    ["same", null],
    ["changed", null],
    ["refused", "duplicateInFile"],
  ]);
  // Its own earlier shape is no overlap; the same ground under another source is.
  expect(reviewed[1]?.overlapsHere).toEqual([]);
  expect(reviewed[0]?.overlapsHere).toMatchObject([{ id: "id of New", share: 1 }]);
});

it.each([
  ["crossing", bowTie, true, { longitude: -122.995, latitude: 49.005 }],
  ["openRing", { type: "Polygon", coordinates: [ring(-123, 49).slice(0, 4)] }, true, { longitude: -123, latitude: 49.01 }],
  ["dateLine", square(179.995, 51), false, { longitude: 180.005, latitude: 51 }],
  ["notPolygon", { type: "Point", coordinates: [-123, 49] }, false, null],
  ["noArea", { type: "Polygon", coordinates: [[[-123, 49], [-123, 49], [-123, 49], [-123, 49]]] }, false, null], // prettier-ignore
])("marks where it is wrong and whether it can be mended: %s", (problem, geometry, canMend, at) => {
  const [area] = reviewAreas(files(["A", geometry]), reading(), []);
  expect(area).toMatchObject({ verdict: "refused", name: "A", canMend });
  expect([problem, "tooFewPoints"]).toContain(area?.problem);
  if (at !== null) {
    expect(area?.at?.longitude).toBeCloseTo(at.longitude, 6);
    expect(area?.at?.latitude).toBeCloseTo(at.latitude, 6);
  }
});

it("takes a row mended, and leaves a row out, when that was decided", () => {
  const given = files(["Bow", bowTie], ["Twice", square(-123.1, 49)], ["Twice", square(-123.2, 49)]);
  expect(reviewAreas(given, reading(), []).map(({ verdict }) => verdict)).toEqual(["refused", "created", "refused"]);
  const decided = reviewAreas(given, reading({ mendRows: [1], skipRows: [2] }), []);
  expect(decided.map(({ verdict }) => verdict)).toEqual(["created", "created", "created"]);
  expect(decided[0]).toMatchObject({ isMended: true, shape: { type: "MultiPolygon" } });
});

it("finds areas of the file that lie on one another, not neighbours that share a border", () => {
  const reviewed = reviewAreas(
    files(
      ["West", square(-123, 49)],
      ["East", square(-122.99, 49)],
      ["Over", square(-122.995, 49)],
      ["Inside", square(-122.998, 49.002, 0.002)],
    ),
    reading(),
    [],
  );
  const overlaps = reviewed.map(({ overlapsNew }) => overlapsNew.map(({ name }) => name));
  expect(overlaps.map((names) => names.sort())).toEqual([["Inside", "Over"], ["Over"], ["East", "West"], ["West"]]);
  expect(reviewed[0]?.overlapsNew.find(({ name }) => name === "Over")?.share).toBeCloseTo(0.5, 1);
  expect(reviewed[3]?.overlapsNew[0]?.share).toBe(1);
});

it("refuses a million corners quickly, and draws a few of them", () => {
  const corners = Array.from({ length: 1_000_000 }, (_, n): Position => {
    const angle = (n / 1_000_000) * 2 * Math.PI;
    return [-123 + Math.cos(angle) * 0.1, 49 + Math.sin(angle) * 0.1];
  });
  const [area] = reviewAreas(files(["Huge", { type: "Polygon", coordinates: [[...corners, corners[0] ?? []]] }]), reading(), []);
  expect(area).toMatchObject({ verdict: "refused", problem: "tooLarge", canMend: false });
  expect(area?.shape?.coordinates.flat().length).toBeLessThanOrEqual(5000);
});

import { describe, expect, it } from "vitest";
import { lookOfTags, readLineFeature, readOsmLine, stopsWalkers } from "./map-line";
import { lineCellOf, lineCellRange, lineCellsOf } from "./map-line-cells";

const street = { type: "LineString", coordinates: [[-80.9, 44.5], [-80.91, 44.51]] }; // prettier-ignore

describe("what a feature is", () => {
  it.each([
    [{ highway: "motorway" }, "road", "motorway"],
    [{ highway: "residential" }, "road", "minor"],
    [{ highway: "footway" }, "road", "path"],
    [{ waterway: "river" }, "water", "river"],
    [{ natural: "water" }, "water", "area"],
    [{ railway: "rail" }, "rail", "rail"],
  ])("tags %o say", (tags, kind, lineClass) => expect(lookOfTags(tags)).toMatchObject({ kind, class: lineClass }));

  it.each([
    { building: "yes" },
    { highway: "construction" },
    { highway: "pedestrian", area: "yes" },
    { railway: "rail", tunnel: "yes" },
    {},
  ])("%o is nothing the map draws", (tags) => expect(lookOfTags(tags)).toBeNull());

  it.each([
    [{ NAME: "1st  Avenue\n", road_class: 1 }, "major", "1st Avenue"],
    [{ FULLNAME: "Elm", fclass: "cycleway" }, "path", "Elm"],
    [{ ROADCLASS: "Freeway" }, "motorway", null],
    [{ L_STNAME_C: "Rue Principale", ROADCLASS: "Local / Street" }, "minor", "Rue Principale"],
  ])("columns %o say", (properties, lineClass, name) =>
    expect(readLineFeature({ properties, geometry: street }, "road")).toMatchObject({ line: { kind: "road", class: lineClass, name } }),
  );

  it("of a file that does not tell is the kind that was named", () =>
    expect(readLineFeature({ properties: {}, geometry: street }, "rail")).toMatchObject({ line: { kind: "rail" } }));

  it("with a shore all around is an area, seen from as far as it is wide", () => {
    const pond = { type: "Polygon", coordinates: [[[0, 0], [0.001, 0], [0.001, 0.001], [0, 0]]] }; // prettier-ignore
    const read = readLineFeature({ properties: { natural: "water", "@id": "way/7" }, geometry: pond }, "road");
    expect(read).toMatchObject({ line: { class: "area", externalId: "way/7", fromZoom: 12 } });
    expect(readLineFeature({ properties: { highway: "residential" }, geometry: pond }, "road")).toMatchObject({ reason: "noLine" });
  });

  it.each([
    ["a point", { type: "Point", coordinates: [1, 2] }, "noLine"],
    ["nothing", null, "noLine"],
    ["a line of one point", { type: "LineString", coordinates: [[1, 2]] }, "noLine"],
    [
      "metres for degrees",
      {
        type: "LineString",
        coordinates: [
          [500_000, 4_900_000],
          [500_001, 4_900_001],
        ],
      },
      "badPosition",
    ],
  ])("is refused as %s", (_what, geometry, reason) =>
    // prettier-ignore
    expect(readLineFeature({ properties: {}, geometry }, "road")).toMatchObject({ reason }),
  );

  it("of which the extract was cut is refused", () =>
    expect(readOsmLine({ highway: "path" }, "way/1", null)).toMatchObject({ reason: "notInExtract" }));
});

describe("the cells of a line", () => {
  it("are all it passes through, however far apart its points are", () => {
    const cells = lineCellsOf({ type: "MultiLineString", coordinates: [[[-81, 44.5], [-80.5, 44.5]]] }); // prettier-ignore
    // Columns 2252 to 2264 of 8192.
    expect(cells).toHaveLength(13);
    const range = lineCellRange({ z: 5, x: 8, y: 11 });
    expect(cells.every((cell) => cell >= range.from && cell <= range.to)).toBe(true);
  });

  it("of a lake are those within it as well", () => {
    const lake = lineCellsOf({ type: "MultiPolygon", coordinates: [[[[0, 0], [0.2, 0], [0.2, 0.2], [0, 0.2], [0, 0]]]] }); // prettier-ignore
    expect(lake).toContain(lineCellOf({ z: 13, x: 4098, y: 4093 }));
  });

  it("of a fine tile are the one it lies in", () => {
    const { from, to } = lineCellRange({ z: 16, x: 8 * 1128, y: 8 * 1480 });
    expect([from, to]).toEqual([lineCellOf({ z: 13, x: 1128, y: 1480 }), lineCellOf({ z: 13, x: 1128, y: 1480 })]);
  });
});

describe("what stops people on foot", () => {
  const stops = (tags: Parameters<typeof lookOfTags>[0]): boolean => {
    const look = lookOfTags(tags);
    if (look === null) throw new Error("these tags are of no line");
    return stopsWalkers(look);
  };

  it("is a river, a lake, a railway, a highway; not a brook, a tram, a ramp or a street that gathers a quarter's traffic", () => {
    for (const tags of [{ waterway: "river" }, { natural: "water" }, { railway: "rail" }, { highway: "motorway" }, { highway: "primary" }, { highway: "secondary" }] as const) expect(stops(tags), JSON.stringify(tags)).toBe(true); // prettier-ignore
    for (const tags of [{ waterway: "stream" }, { railway: "tram" }, { highway: "primary_link" }, { highway: "tertiary" }, { highway: "residential" }] as const) expect(stops(tags), JSON.stringify(tags)).toBe(false); // prettier-ignore
  });
});

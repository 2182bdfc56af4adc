import { createReadStream } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { AppError } from "@cml/domain/kernel";
import { type CutGeometry, mendCutGeometry, readCutGeometry } from "@cml/domain/map";
import { describe, expect, it } from "vitest";
import { readGeoJson } from "./geojson";

const folder = fileURLToPath(new URL("../../../tooling/fixtures/geojson/", import.meta.url));
const files = (await readdir(folder, { recursive: true }))
  .filter((name) => /\.(geo)?json$/.test(name) && !name.endsWith("package.json"))
  .sort();

const outcomesOf = async (name: string): Promise<string[]> => {
  const features = await readGeoJson(createReadStream(join(folder, name)));
  return features.map(({ geometry }) => {
    const read = readCutGeometry(geometry);
    return "problem" in read ? read.problem : "taken";
  });
};

const isArea = (geometry: unknown): geometry is CutGeometry =>
  typeof geometry === "object" &&
  geometry !== null &&
  "type" in geometry &&
  (geometry.type === "Polygon" || geometry.type === "MultiPolygon");

describe("real GeoJSON files, valid and broken", () => {
  it("are all there", () => expect(files.length).toBeGreaterThan(300));

  it.each(files)("%s is read or refused in words, and what is mended is taken", async (name) => {
    let features;
    try {
      features = await readGeoJson(createReadStream(join(folder, name)));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      expect(error.messageKey).toBe("import.notGeoJson");
      return;
    }
    for (const { geometry } of features) {
      const read = readCutGeometry(geometry);
      if ("geometry" in read) expect(readCutGeometry(read.geometry), "reading again changes nothing").toEqual(read);
      if (!("problem" in read) || !isArea(geometry) || read.problem === "badPosition" || read.problem === "notPolygon") continue;
      const mended = mendCutGeometry(geometry);
      if ("geometry" in mended) expect(readCutGeometry(mended.geometry)).toHaveProperty("geometry");
      else expect(["noArea", "dateLine", "tooLarge"]).toContain(mended.problem);
    }
  });

  const invalid = "turf/turf-boolean-valid/test/false/";
  const valid = "turf/turf-boolean-valid/test/true/";
  it.each([
    [`${invalid}Polygon/not-closing-ring.geojson`, "openRing"],
    [`${invalid}Polygon/not-enough-coords.geojson`, "tooFewPoints"],
    [`${invalid}MultiPolygon/multipolygons-overlap.geojson`, "crossing"],
    [`${invalid}MultiPolygon/not-enough-coords.geojson`, "tooFewPoints"],
    ["turf/turf-kinks/test/in/hourglass.geojson", "crossing"],
    ["turf/turf-kinks/test/in/switzerlandKinked.geojson", "crossing"],
    [`${valid}Polygon/polygon.geojson`, "taken"],
    [`${valid}Polygon/polygon-internal-hole.geojson`, "taken"],
    [`${valid}MultiPolygon/multipolygon.geojson`, "taken"],
    [`${valid}MultiPolygon/multipolygon-with-hole.geojson`, "taken"],
    [`${valid}Point/point.geojson`, "notPolygon"],
    [`${valid}LineString/linestring.geojson`, "notPolygon"],
    [`${valid}GeometryCollection/geometry-collection.geojson`, "notPolygon"],
  ])("%s: %s", async (name, outcome) => expect(await outcomesOf(name)).toContain(outcome));
});

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

  it("have the verdict that was looked at for each, area by area", async () => {
    const lines = await Promise.all(files.map(async (name) => `${name}: ${await verdictOf(name)}`));
    await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot("geojson-verdicts.txt");
  });
});

/** What became of each feature, the same ones in a row counted. */
const verdictOf = async (name: string): Promise<string> => {
  const outcomes = await outcomesOf(name).catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error;
    return [error.messageKey];
  });
  const counts = new Map<string, number>();
  for (const outcome of outcomes) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return [...counts].map(([outcome, count]) => (count === 1 ? outcome : `${count} ${outcome}`)).join(", ");
};

import { type CutGeometry, type GeometryProblem, readCutGeometry } from "./cut-geometry";

export type CutRow = { name: string; externalId: string | null; geometry: CutGeometry };
export type CutRowResult = { cut: CutRow } | { reason: GeometryProblem["problem"] | "noName"; detail: string };

const nameKeys = ["name", "name_en", "neighbourhood", "neighborhood", "nom", "label", "title", "ward", "ward_name", "fedname", "ed_name"];
const idKeys = ["@id", "id", "external_id", "objectid", "cartodb_id", "gid", "fid", "code"];

/** One feature of a boundary file as the area it would become; names are trimmed, line breaks in them are blanks. */
export const readCutFeature = (feature: { properties: Record<string, unknown>; geometry: unknown }): CutRowResult => {
  const name = textOf(feature.properties, nameKeys);
  if (name === null) return { reason: "noName", detail: "" };
  const read = readCutGeometry(feature.geometry);
  if ("problem" in read) {
    const place = read.at === null ? "" : ` (${read.at.latitude.toFixed(5)}, ${read.at.longitude.toFixed(5)})`;
    return { reason: read.problem, detail: `${name}${place}` };
  }
  return { cut: { name: name.slice(0, 120), externalId: textOf(feature.properties, idKeys), geometry: read.geometry } };
};

const textOf = (properties: Record<string, unknown>, keys: readonly string[]): string | null => {
  const byLower = new Map(Object.entries(properties).map(([key, value]) => [key.toLowerCase(), value]));
  for (const key of keys) {
    const value = byLower.get(key);
    const text = typeof value === "string" || typeof value === "number" ? String(value).replace(/\s+/g, " ").trim() : "";
    if (text !== "") return text;
  }
  return null;
};

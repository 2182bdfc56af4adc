import { type CutGeometry, type GeometryProblem, readCutGeometry } from "./cut-geometry";
import { mendCutGeometry } from "./cut-mend";
import { type CutCategory, cutCategories } from "./enums";
import type { AreaReading } from "./import-options";

/** Colour and category are null where the file says none. */
export type CutRow = { name: string; externalId: string | null; geometry: CutGeometry; color: string | null; category: CutCategory | null };
export type CutRowResult =
  | { cut: CutRow; isMended: boolean }
  | { reason: GeometryProblem["problem"] | "noName"; /** Empty where it has none. */ name: string; detail: string };

const nameKeys = ["name", "name_en", "neighbourhood", "neighborhood", "nom", "label", "title", "ward", "ward_name", "fedname", "ed_name"];
const idKeys = ["@id", "id", "external_id", "objectid", "cartodb_id", "gid", "fid", "code"];

/** One feature of a boundary file as the area it would become; names are trimmed, line breaks in them are blanks. */
export const readCutFeature = (feature: { properties: Record<string, unknown>; geometry: unknown }, reading: AreaReading): CutRowResult => {
  const { properties } = feature;
  const name = textOf(properties, reading.name === null ? nameKeys : [reading.name]);
  if (name === null) return { reason: "noName", name: "", detail: "" };
  const read = readCutGeometry(feature.geometry);
  const mended = "problem" in read && reading.mend && isArea(feature.geometry) ? mendCutGeometry(feature.geometry) : null;
  const taken = mended ?? read;
  if ("problem" in taken) {
    const place = taken.at === null ? "" : ` (${taken.at.latitude.toFixed(5)}, ${taken.at.longitude.toFixed(5)})`;
    return { reason: taken.problem, name: name.slice(0, 120), detail: `${name}${place}` };
  }
  return {
    cut: {
      name: name.slice(0, 120),
      externalId: textOf(properties, reading.externalId === null ? idKeys : [reading.externalId]),
      geometry: taken.geometry,
      color: reading.color === null ? null : colorOf(textOf(properties, [reading.color])),
      category: reading.category === null ? null : categoryOf(textOf(properties, [reading.category])),
    },
    isMended: mended !== null,
  };
};

/** Which fields of a file would be read as name and id where nobody says. */
export const usualFieldsOf = (headers: readonly string[]): { name: string | null; externalId: string | null } => {
  const first = (keys: readonly string[]) =>
    keys.map((key) => headers.find((header) => header.toLowerCase() === key)).find((header) => header !== undefined) ?? null;
  return { name: first(nameKeys), externalId: first(idKeys) };
};

/** Rings that can be mended are at least lists of numbers. */
const isArea = (geometry: unknown): geometry is CutGeometry =>
  typeof geometry === "object" &&
  geometry !== null &&
  "type" in geometry &&
  "coordinates" in geometry &&
  (geometry.type === "Polygon"
    ? areRings(geometry.coordinates)
    : geometry.type === "MultiPolygon" && isList(geometry.coordinates, areRings));

const isList = (value: unknown, of: (inner: unknown) => boolean): boolean => Array.isArray(value) && value.every(of);
const areRings = (value: unknown): boolean => isList(value, (ring) => isList(ring, (position) => isList(position, Number.isFinite)));

const colorOf = (text: string | null): string | null => {
  const bare = text?.replace(/^#/, "") ?? "";
  return /^[0-9a-fA-F]{6}$/.test(bare) ? `#${bare.toLowerCase()}` : null;
};

/** A category by its code, or by a word it begins with in one of our languages. */
const categoryOf = (text: string | null): CutCategory | null => {
  const folded = (text ?? "").normalize("NFD").replaceAll(/\p{M}/gu, "").toUpperCase();
  const code = cutCategories.find((one) => one === folded.replaceAll(/[\s-]+/g, "_"));
  return code ?? categoryWords.find(([words]) => words.test(folded))?.[1] ?? null;
};

const categoryWords: readonly [RegExp, CutCategory][] = [
  [/^(WARD|ARRONDISSEMENT)/, "WARD"],
  [/^(NEIGHBO|QUARTIER)/, "NEIGHBORHOOD"],
  [/^(POLL|SECTION)/, "POLLING_DIVISION"],
  [/^(DISTRICT|RIDING|CIRCONSCRIPTION)/, "DISTRICT"],
];

const textOf = (properties: Record<string, unknown>, keys: readonly string[]): string | null => {
  const byLower = new Map(Object.entries(properties).map(([key, value]) => [key.toLowerCase(), value]));
  for (const key of keys) {
    const value = byLower.get(key.toLowerCase());
    const text = typeof value === "string" || typeof value === "number" ? String(value).replace(/\s+/g, " ").trim() : "";
    if (text !== "") return text;
  }
  return null;
};

import { simplify } from "@turf/turf";
import { z } from "zod";
import { slugify } from "../kernel/text";
import { type CutGeometry, type GeometryProblem, readCutGeometry } from "./cut-geometry";

/** Name of a set of boundaries as in Represent's addresses, so that both sources speak of the same districts. */
export const boundarySetSchema = z.string().regex(/^[a-z0-9-]{1,120}$/);

export type BoundaryColumns = { id: string | null; nameEn: string | null; nameFr: string | null };
export type BoundaryRow = { externalId: string; nameEn: string; nameFr: string | null; geometry: CutGeometry };
export type BoundaryRowResult = { boundary: BoundaryRow } | { reason: GeometryProblem["problem"] | "noName"; detail: string };

// As cities and Elections Canada really head them, lower case; the first present wins.
const idKeys = [
  "fed_num",
  "fednum",
  "ed_id",
  "@id",
  "external_id",
  "area_short",
  "ward_num",
  "ward",
  "number",
  "code",
  "objectid",
  "gid",
  "fid",
  "id",
];
const nameKeys = ["fed_namee", "ed_namee", "name_en", "english", "ed_name", "fedname", "area_name", "ward_en", "ward_name", "name", "name_1", "nom", "label"]; // prettier-ignore
const frenchKeys = ["fed_namef", "ed_namef", "name_fr", "french", "ward_fr", "nom"];

/** One feature as the district it is: its id is made fit for an address (`Ward O-day'min` → `ward-o-day-min`). */
export const readBoundary = (
  feature: { properties: Record<string, unknown>; geometry: unknown },
  columns: BoundaryColumns,
): BoundaryRowResult => {
  const cells = new Map(Object.entries(feature.properties).map(([key, value]) => [key.toLowerCase(), textOf(value)]));
  const pick = (given: string | null, keys: readonly string[]): string =>
    (given === null ? keys : [given.toLowerCase()]).map((key) => cells.get(key) ?? "").find((text) => text !== "") ?? "";
  const nameFr = pick(columns.nameFr, frenchKeys);
  const nameEn = pick(columns.nameEn, nameKeys) || nameFr;
  const id = pick(columns.id, idKeys) || nameEn;
  const externalId = /^[A-Za-z0-9_-]{1,120}$/.test(id) ? id : slugify(id);
  if (nameEn === "" || externalId === "") return { reason: "noName", detail: nameEn || id };
  const read = readCutGeometry(feature.geometry);
  if ("problem" in read) {
    const place = read.at === null ? "" : ` (${read.at.latitude.toFixed(5)}, ${read.at.longitude.toFixed(5)})`;
    return { reason: read.problem, detail: `${nameEn}${place}` };
  }
  return {
    boundary: { externalId, nameEn: nameEn.slice(0, 200), nameFr: nameFr === "" ? null : nameFr.slice(0, 200), geometry: read.geometry },
  };
};

/** What a boundary's own attributes say it is called in French; null when they do not. */
export const frenchNameIn = (properties: Record<string, unknown>): string | null => {
  const cells = new Map(Object.entries(properties).map(([key, value]) => [key.toLowerCase(), textOf(value)]));
  return (
    frenchKeys
      .map((key) => cells.get(key) ?? "")
      .find((text) => text !== "")
      ?.slice(0, 200) ?? null
  );
};

const textOf = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value).replace(/\s+/g, " ").trim() : "";

const storedBoundary = z.object({
  id: z.uuid(),
  externalId: z.string(),
  nameEn: z.string(),
  nameFr: z.string().nullable(),
  geometry: z.custom<CutGeometry>((value) => typeof value === "object" && value !== null && "coordinates" in value),
});
/** What stood before an import of boundaries: districts it changed, and those of an older edition that it ended. */
export const boundariesBeforeSchema = z.object({ changed: z.array(storedBoundary), ended: z.array(z.uuid()) });

/** An outline for a small map: about 50 metres are not seen on it. */
export const simplifyOutline = (geometry: CutGeometry): CutGeometry => simplify(geometry, { tolerance: 0.0005, highQuality: false });

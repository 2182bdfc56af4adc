import { simplify } from "@turf/turf";
import { z } from "zod";
import { latLngSchema } from "../kernel/geo";
import { cutGeometrySchema } from "./cut";
import { readCutFeature } from "./cut-feature";
import { type CutGeometry, type GeometryProblem, readCutGeometry } from "./cut-geometry";
import { cutCategories } from "./enums";
import { type AreaReading, areaReadingSchema, importSourceSchema } from "./import-options";
import { rejectReasonSchema } from "./import-row";
import { indexOverlaps } from "./area-overlap";
import { brokenOutline } from "./broken-outline";

/** What would become of an area of a file. */
export const areaVerdicts = ["created", "changed", "same", "refused"] as const;
export type AreaVerdict = (typeof areaVerdicts)[number];

const overlapSchema = z.object({ id: z.string(), name: z.string(), share: z.number() });

export const reviewedAreaSchema = z.object({
  row: z.int(),
  name: z.string(),
  externalId: z.string().nullable(),
  color: z.string().nullable(),
  category: z.enum(cutCategories).nullable(),
  verdict: z.enum(areaVerdicts),
  /** Why it is refused, and where. */
  problem: rejectReasonSchema.nullable(),
  at: latLngSchema.nullable(),
  /** It is refused as it stands, and could be taken mended. */
  canMend: z.boolean(),
  isMended: z.boolean(),
  /** As it would be, a little simplified for the map; lines where it is no area. */
  shape: z
    .union([cutGeometrySchema, z.object({ type: z.literal("MultiLineString"), coordinates: z.array(z.array(z.array(z.number()))) })])
    .nullable(),
  /** Shares of the smaller of two, 0 to 1: with other areas of the file by their row, with turf of the same kind by its id. */
  overlapsNew: z.array(overlapSchema),
  overlapsHere: z.array(overlapSchema),
});
export type ReviewedArea = z.infer<typeof reviewedAreaSchema>;

export const areaReviewSchema = z.object({
  headers: z.array(z.string()),
  /** Fields found by looking; null where none of the usual names is there. */
  found: z.object({ name: z.string().nullable(), externalId: z.string().nullable() }),
  counts: z.object({ created: z.int(), changed: z.int(), same: z.int(), refused: z.int() }),
  areas: z.array(reviewedAreaSchema),
  /** More than are shown; those are taken as they come. */
  isMore: z.boolean(),
});
export type AreaReview = z.infer<typeof areaReviewSchema>;

/** How many areas of one file are looked at one by one. */
export const mostReviewed = 1000;

export const reviewAreasInput = z.object({
  uploadKey: z.string().max(300),
  source: importSourceSchema.default("import"),
  category: z.enum(cutCategories).default("NEIGHBORHOOD"),
  areas: areaReadingSchema.prefault({}),
});
export type ReviewAreasInput = z.infer<typeof reviewAreasInput>;

/** An area that stands, as far as a review compares with it. */
export type StandingArea = { id: string; name: string; externalId: string | null; isOfSource: boolean; geometry: CutGeometry };
type Feature = { row: number; properties: Record<string, unknown>; geometry: unknown };

/**
 * What an import would do with each area of a file, before it does it: in the importer's own order, so that of two with one name the second is
 * refused here too. `standing` has the source's own areas and those of the same kind.
 */
export const reviewAreas = (features: readonly Feature[], reading: AreaReading, standing: readonly StandingArea[]): ReviewedArea[] => {
  const ofSource = new Map(standing.filter(({ isOfSource }) => isOfSource).map((one) => [one.name, one]));
  const seen = new Set<string>();
  const read = features.slice(0, mostReviewed).map((feature) => reviewOne(feature, { reading, seen, ofSource }));
  const taken = read.flatMap(({ area: { row, name }, geometry }) =>
    geometry === null || reading.skipRows.includes(row) ? [] : [{ id: String(row), name, geometry }],
  );
  const inFile = indexOverlaps(taken);
  const here = indexOverlaps(standing);
  return read.map(({ area, geometry, replaces }) => {
    if (geometry === null || reading.skipRows.includes(area.row)) return area;
    const id = String(area.row);
    return {
      ...area,
      overlapsNew: inFile({ id, geometry }).filter((one) => one.id !== id),
      overlapsHere: here({ id, geometry }).filter((one) => one.id !== replaces),
    };
  });
};

type Context = { reading: AreaReading; seen: Set<string>; ofSource: ReadonlyMap<string, StandingArea> };
type Reviewed = { area: ReviewedArea; geometry: CutGeometry | null; replaces: string | null };

const reviewOne = (feature: Feature, { reading, seen, ofSource }: Context): Reviewed => {
  const read = readCutFeature(feature, readingOfRow(reading, feature.row));
  const bare = { row: feature.row, overlapsNew: [], overlapsHere: [] };
  if ("reason" in read) {
    const found = readCutGeometry(feature.geometry);
    const problem: GeometryProblem | null = "problem" in found ? found : null;
    const area: ReviewedArea = {
      ...bare,
      ...{ name: read.name, externalId: null, color: null, category: null },
      verdict: "refused",
      problem: read.reason,
      at: problem?.at ?? null,
      canMend: problem !== null && read.reason !== "noName" && isMendable(feature.geometry),
      isMended: false,
      shape: brokenOutline(feature.geometry),
    };
    return { area, geometry: null, replaces: null };
  }
  const { name, externalId, color, category, geometry } = read.cut;
  const known = ofSource.get(name);
  const isSecond = seen.has(name);
  // What is left out stands in nobody's way.
  if (!reading.skipRows.includes(feature.row)) seen.add(name);
  const area: ReviewedArea = {
    ...bare,
    ...{ name, externalId, color, category },
    verdict: isSecond ? "refused" : verdictOf(known, read.cut),
    problem: isSecond ? "duplicateInFile" : null,
    at: null,
    canMend: false,
    isMended: read.isMended,
    shape: simplify(geometry, { tolerance: 0.00005, highQuality: false }),
  };
  return { area, geometry: isSecond ? null : geometry, replaces: known?.id ?? null };
};

const verdictOf = (known: StandingArea | undefined, cut: { geometry: CutGeometry; externalId: string | null }): AreaVerdict => {
  if (known === undefined) return "created";
  const isRenumbered = cut.externalId !== null && cut.externalId !== known.externalId;
  return isRenumbered || JSON.stringify(known.geometry) !== JSON.stringify(cut.geometry) ? "changed" : "same";
};

/** Mending is asked for the whole file, or for some of its rows. */
export const readingOfRow = (reading: AreaReading, row: number): AreaReading => ({
  ...reading,
  mend: reading.mend || reading.mendRows.includes(row),
});

const isMendable = (geometry: unknown): boolean => {
  const read = readCutFeature({ properties: { name: "-" }, geometry }, areaReadingSchema.parse({ mend: true }));
  return "cut" in read;
};

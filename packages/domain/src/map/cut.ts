import { z } from "zod";
import { boundsSchema, latLngSchema } from "../kernel/geo";
import { translationsSchema } from "../kernel/locale";
import { pageInput } from "../kernel/page";
import { idSchema, lineSchema, paragraphsSchema } from "../kernel/text";
import type { CutGeometry } from "./cut-geometry";
import { cutCategories } from "./enums";

/** Shape only; whether it is a boundary we take is said by `readCutGeometry`. */
export const cutGeometrySchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("Polygon"), coordinates: z.array(z.array(z.array(z.number()))) }),
  z.object({ type: z.literal("MultiPolygon"), coordinates: z.array(z.array(z.array(z.array(z.number())))) }),
]) satisfies z.ZodType<CutGeometry>;

const colorSchema = z.string().regex(/^#[0-9a-fA-F]{6}$/);

/** An area without its boundary, for lists. On screens it is called turf. */
export const cutSchema = z.object({
  id: idSchema,
  name: z.string(),
  description: z.string().nullable(),
  color: z.string(),
  opacity: z.number(),
  category: z.enum(cutCategories),
  isPublic: z.boolean(),
  isOfficial: z.boolean(),
  bounds: boundsSchema.nullable(),
  source: z.string(),
  addressCount: z.int(),
  visitedCount: z.int(),
  completionPercentage: z.int(),
  lastCanvassed: z.date().nullable(),
  createdAt: z.date(),
  updatedAt: z.date(),
});
export type Cut = z.infer<typeof cutSchema>;

export const cutDetailSchema = cutSchema.extend({ geometry: cutGeometrySchema, translations: translationsSchema.nullable() });
export type CutDetail = z.infer<typeof cutDetailSchema>;

export const cutStatisticsSchema = z.object({
  locations: z.int(),
  addresses: z.int(),
  visited: z.int(),
  /** Spoke with somebody, refused or said they moved: a person came to the door. */
  reached: z.int(),
  completionPercentage: z.int(),
  bySupport: z.object({ LEVEL_1: z.int(), LEVEL_2: z.int(), LEVEL_3: z.int(), LEVEL_4: z.int(), notAsked: z.int() }),
  signs: z.int(),
});
export type CutStatistics = z.infer<typeof cutStatisticsSchema>;

/** What was said at the doors of an area, one of many in a list; support from strong to opposed. */
export const cutFiguresSchema = z.object({
  id: idSchema,
  locations: z.int(),
  addresses: z.int(),
  visited: z.int(),
  reached: z.int(),
  signs: z.int(),
  support: z.array(z.int()).length(4),
});
export type CutFigures = z.infer<typeof cutFiguresSchema>;
export const noFigures = (id: string): CutFigures => ({
  id,
  locations: 0,
  addresses: 0,
  visited: 0,
  reached: 0,
  signs: 0,
  support: [0, 0, 0, 0],
});

/** As many as a page of the list holds. */
export const cutFiguresInput = z.object({ ids: z.array(idSchema).max(200) });

/** Share of the doors visited at which somebody came to the door; null before the first visit. */
export const contactRate = ({ reached, visited }: { reached: number; visited: number }): number | null =>
  visited === 0 ? null : reached / visited;

export const cutSorts = ["name", "doors", "done", "canvassed"] as const;
export type CutSort = (typeof cutSorts)[number];

export const listCutsInput = pageInput.extend({
  search: z.string().trim().max(200).default(""),
  category: z.enum(cutCategories).nullable().default(null),
  /** Imported boundaries, or drawn turf; null: both. */
  official: z.boolean().nullable().default(null),
  sort: z.enum(cutSorts).default("name"),
  descending: z.boolean().default(false),
});
export type ListCutsInput = z.infer<typeof listCutsInput>;

const editableCut = {
  name: lineSchema(120),
  description: paragraphsSchema(2000).nullable(),
  color: colorSchema,
  opacity: z.number().min(0).max(1),
  category: z.enum(cutCategories),
  isPublic: z.boolean(),
  geometry: cutGeometrySchema,
};

export const createCutInput = z.object({
  ...editableCut,
  description: editableCut.description.default(null),
  color: editableCut.color.default("#3388ff"),
  opacity: editableCut.opacity.default(0.3),
  category: editableCut.category.default("CUSTOM"),
  isPublic: editableCut.isPublic.default(false),
});
export type CreateCutInput = z.infer<typeof createCutInput>;

export const updateCutInput = z.object({ id: idSchema, ...z.object(editableCut).partial().shape });
export type UpdateCutInput = z.infer<typeof updateCutInput>;

/**
 * What strangers may see of an area, and only of a public one: its door count from ten up, and then how many of a hundred were visited (of
 * three doors a percentage would say which). `labelAt` is a point inside it for its name.
 */
export const publicCutSchema = cutSchema
  .pick({ id: true, name: true, description: true, color: true, opacity: true, category: true, bounds: true })
  .extend({ addressCount: z.int().nullable(), completionPercentage: z.int().nullable(), labelAt: latLngSchema });
export type PublicCut = z.infer<typeof publicCutSchema>;

/** Counts below ten could point at a door. */
export const smallestPublicCount = 10;
export const publicCount = (count: number): number | null => (count >= smallestPublicCount ? count : null);

/** Whole per cent of doors visited; 100 only when none is left. */
export const completionPercentage = (visited: number, total: number): number =>
  total === 0 ? 0 : visited >= total ? 100 : Math.min(99, Math.floor((visited / total) * 100));

/** Turf other than `exceptId` that shares doors with a shape. */
export const cutOverlapSchema = z.object({ id: idSchema, name: z.string(), addresses: z.int() });
export type CutOverlap = z.infer<typeof cutOverlapSchema>;

/** How many overlaps are named; a riding laid over a city has hundreds. */
export const mostOverlaps = 20;

export const countInsideInput = z.object({ geometry: cutGeometrySchema, exceptId: idSchema.nullable().default(null) });
export type CountInsideInput = z.infer<typeof countInsideInput>;
export const countInsideSchema = z.object({
  locations: z.int(),
  addresses: z.int(),
  centre: latLngSchema.nullable(),
  overlaps: z.array(cutOverlapSchema),
});

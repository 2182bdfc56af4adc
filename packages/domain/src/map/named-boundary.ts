import { z } from "zod";
import { boundsSchema } from "../kernel/geo";
import { sameLetters } from "../kernel/same-letters";
import { idSchema } from "../kernel/text";
import { cutDetailSchema, cutGeometrySchema, cutOverlapSchema } from "./cut";
import type { CutCategory } from "./enums";
import { narProvinces } from "./nar-files";
import { provinceOf } from "./street-words";

/** What a boundary that is chosen by its name is of. */
export const boundaryLevels = ["FEDERAL", "PROVINCIAL", "MUNICIPALITY", "WARD"] as const;
export type BoundaryLevel = (typeof boundaryLevels)[number];

/** Two letters, in the order in which the country is read from west to east. */
export const boundaryProvinces = ["BC", "AB", "SK", "MB", "ON", "QC", "NB", "NS", "PE", "NL", "YT", "NT", "NU"] as const;

/** Set and id, as in Represent's addresses: both sources speak of the same districts. */
export const boundaryKeySchema = z.string().regex(/^[a-z0-9-]{1,120}\/[A-Za-z0-9_-]{1,120}$/);

/** A set of boundaries; `domain` is "Canada", a province, or "City, PROV". */
export type BoundarySet = { slug: string; name: string; domain: string };

/** School boards and what else is nobody's riding, ward or town have no level. */
export const levelOfSet = ({ slug, domain }: Pick<BoundarySet, "slug" | "domain">): BoundaryLevel | null => {
  if (/school|scolaire/.test(slug)) return null;
  if (slug.startsWith("federal-electoral-districts")) return "FEDERAL";
  if (/^census-subdivisions|municipalit/.test(slug)) return "MUNICIPALITY";
  if (/ward|quartier|arrondissement|borough/.test(slug) || domain.includes(", ")) return "WARD";
  return /electoral|circonscription|riding|constituenc/.test(slug) ? "PROVINCIAL" : null;
};

export const categoryOfLevel = (level: BoundaryLevel | null): CutCategory =>
  level === "WARD" ? "WARD" : level === null ? "NEIGHBORHOOD" : "DISTRICT";

/** Where it lies: what the set says, else the two digits that federal and census numbers begin with. Null for what spans provinces. */
export const provinceOfBoundary = ({ domain, externalId, slug }: { domain: string; externalId: string; slug: string }): string | null => {
  const named = provinceOf(domain.split(", ").at(-1) ?? "");
  if (named !== null) return named;
  const isNumbered = levelOfSet({ slug, domain }) === "FEDERAL" || slug.startsWith("census-");
  return isNumbered && /^\d{4,}$/.test(externalId) ? (narProvinces[externalId.slice(0, 2)] ?? null) : null;
};

/** `toronto-wards-2018` → 2018; null for a set that does not say of which year it is. */
export const yearOfSet = (slug: string): number | null => {
  const year = /(?:^|-)((?:19|20)\d{2})(?:-|$)/.exec(slug)?.[1];
  return year === undefined ? null : Number(year);
};

const lineageOf = (slug: string): string =>
  slug.replace(/-?(?:representation-act|representation-order|redistribution)/g, "").replace(/-?(?:19|20)\d{2}/g, "");

/** The newest of each line of sets: a redistribution replaces the one before, and a set that names no year is older than one that does. */
export const currentSets = <T extends { slug: string }>(sets: readonly T[]): T[] => {
  const newest = new Map<string, T>();
  for (const set of sets) {
    const line = lineageOf(set.slug);
    const known = newest.get(line);
    if (known === undefined || (yearOfSet(set.slug) ?? 0) > (yearOfSet(known.slug) ?? 0)) newest.set(line, set);
  }
  return [...newest.values()];
};

/** Whether a name holds what was typed, accents and punctuation aside. */
export const nameHolds = (name: string, typed: string): boolean => ` ${sameLetters(name)}`.includes(sameLetters(typed));

/** Names that begin with what was typed come first, then those where a word does. */
export const byNearestName = (typed: string): ((a: { name: string }, b: { name: string }) => number) => {
  const wanted = sameLetters(typed);
  const rank = ({ name }: { name: string }): number => {
    const letters = sameLetters(name);
    return letters === wanted ? 0 : letters.startsWith(wanted) ? 1 : letters.includes(` ${wanted}`) ? 2 : 3;
  };
  return (a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name);
};

/** How many names one search shows. */
export const mostBoundariesShown = 30;

export const searchBoundariesInput = z.object({
  search: z.string().trim().max(120),
  level: z.enum(boundaryLevels).nullable().default(null),
  province: z.enum(boundaryProvinces).nullable().default(null),
  /** Also sets that a newer redistribution has replaced. */
  superseded: z.boolean().default(false),
});
export type SearchBoundariesInput = z.infer<typeof searchBoundariesInput>;

export const namedBoundarySchema = z.object({
  key: z.string(),
  name: z.string(),
  setName: z.string(),
  level: z.enum(boundaryLevels).nullable(),
  province: z.string().nullable(),
  year: z.int().nullable(),
  /** Its outline lies here: it can be had without asking anybody. */
  isHere: z.boolean(),
  /** The turf it has become. */
  cutId: idSchema.nullable(),
});
export type NamedBoundary = z.infer<typeof namedBoundarySchema>;

export const foundBoundariesSchema = z.object({
  items: z.array(namedBoundarySchema),
  /** More were found than are shown. */
  isMore: z.boolean(),
  /** `notAsked`: this installation asks nobody outside. */
  directory: z.enum(["answered", "unreachable", "busy", "notAsked"]),
});
export type FoundBoundaries = z.infer<typeof foundBoundariesSchema>;

export const boundaryKeyInput = z.object({ key: boundaryKeySchema });

export const boundaryPreviewSchema = namedBoundarySchema.extend({
  nameFr: z.string().nullable(),
  geometry: cutGeometrySchema,
  bounds: boundsSchema,
  isSimplified: z.boolean(),
  /** Whom to thank, and under which licence. */
  credit: z.string().nullable(),
  licenceUrl: z.string().nullable(),
  fetchedAt: z.date().nullable(),
  locations: z.int(),
  addresses: z.int(),
  overlaps: z.array(cutOverlapSchema),
  /** The turf it has become, where its shape is another one now. */
  before: z.object({ id: idSchema, name: z.string(), geometry: cutGeometrySchema, addresses: z.int() }).nullable(),
});
export type BoundaryPreview = z.infer<typeof boundaryPreviewSchema>;

export const takeBoundaryInput = boundaryKeyInput.extend({
  /** The turf there is takes on the shape that the boundary has now. */
  reshape: z.boolean().default(false),
});
export type TakeBoundaryInput = z.infer<typeof takeBoundaryInput>;

export const takenBoundarySchema = z.object({ outcome: z.enum(["created", "same", "reshaped"]), cut: cutDetailSchema });
export type TakenBoundary = z.infer<typeof takenBoundarySchema>;

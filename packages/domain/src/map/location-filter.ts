import { z } from "zod";
import { boundsSchema } from "../kernel/geo";
import { idSchema } from "../kernel/text";
import { buildingTypes, geocodeProviders, type SupportLevel, visitOutcomes } from "./enums";

/** Support as a filter names it: a level as people say it, or nobody at the door was asked. */
export const supportChoices = ["1", "2", "3", "4", "none"] as const;
export type SupportChoice = (typeof supportChoices)[number];

/** The common scale of confidence: what may be walked to, what should be looked at, what is a guess; `none` was never geocoded. */
export const confidenceBands = ["high", "medium", "low", "none"] as const;
export type ConfidenceBand = (typeof confidenceBands)[number];

/** Inclusive limits of a band on the scale from 0 to 100. */
export const bandLimits: Readonly<Record<Exclude<ConfidenceBand, "none">, readonly [from: number, to: number]>> = {
  high: [85, 100],
  medium: [60, 84],
  low: [0, 59],
};

export const bandOf = (confidence: number | null): ConfidenceBand =>
  confidence === null ? "none" : confidence >= bandLimits.high[0] ? "high" : confidence >= bandLimits.medium[0] ? "medium" : "low";

/** `none`: a point somebody gave by hand or that came with its file. */
export const providerChoices = [...geocodeProviders, "none"] as const;

/** When somebody last knocked: ever, never, within so many days, or not within them (never included). */
const visitedSchema = z.string().regex(/^(?:yes|no|(?:in|before)[1-9]\d{0,3})$/);
export type VisitedChoice = { kind: "yes" } | { kind: "no" } | { kind: "in" | "before"; days: number };

export const readVisited = (text: string): VisitedChoice | null => {
  if (text === "yes" || text === "no") return { kind: text };
  const days = /^(in|before)(\d+)$/.exec(text);
  return days === null ? null : { kind: days[1] === "in" ? "in" : "before", days: Number(days[2]) };
};

const choicesOf = <T extends string>(choices: readonly [T, ...T[]]) => z.array(z.enum(choices)).max(choices.length).default([]);
// Control characters, which PostgreSQL refuses or nobody types, make a filter unreadable.
const typed = (max: number) => z.string().trim().max(max).regex(/^\P{Cc}*$/u).default(""); // prettier-ignore

/**
 * Which buildings: shared by table, map, exports and bulk work. The names are those of the page's address and of the tiles; what is
 * left empty leaves all in, several choices of one name let any of them in.
 */
export const locationFilterSchema = z.object({
  q: typed(200),
  /** A postal code or how it begins. */
  postal: typed(7),
  municipality: typed(120),
  district: typed(120),
  cut: idSchema.nullable().default(null),
  type: choicesOf(buildingTypes),
  support: choicesOf(supportChoices),
  band: choicesOf(confidenceBands),
  visited: visitedSchema.nullable().default(null),
  provider: choicesOf(providerChoices),
  sign: z.enum(["yes", "no"]).nullable().default(null),
  outcome: choicesOf(visitOutcomes),
  bounds: boundsSchema.nullable().default(null),
});
export type LocationFilter = z.infer<typeof locationFilterSchema>;
export const noFilter: LocationFilter = locationFilterSchema.parse({});

const names = Object.keys(locationFilterSchema.shape) as (keyof LocationFilter)[];
const lists: ReadonlySet<string> = new Set(["type", "support", "band", "provider", "outcome"]);

/**
 * Reads a filter from the texts of an address (`support=1,2&visited=in30`). What it cannot read is left out, so that an old link still
 * opens; a link never asks for more than it says.
 */
export const readLocationFilter = (search: Readonly<Record<string, unknown>>): LocationFilter =>
  Object.fromEntries(
    names.map((name) => {
      const raw = search[name];
      const text = typeof raw === "number" || typeof raw === "boolean" ? String(raw) : raw;
      const value =
        typeof text !== "string" || text === "" ? undefined : lists.has(name) ? text.split(",") : name === "bounds" ? text.split(",").map(Number) : text; // prettier-ignore
      const read = locationFilterSchema.shape[name].safeParse(value);
      return [name, read.success ? read.data : noFilter[name]];
    }),
  ) as LocationFilter;

/** The texts of an address that say this filter; empty names are left out. */
export const writeLocationFilter = (filter: LocationFilter): Record<string, string> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = filter[name];
      const text = value === null ? "" : Array.isArray(value) ? value.join(",") : value;
      return text === "" ? [] : [[name, text]];
    }),
  );

export const isFiltering = (filter: LocationFilter): boolean => Object.keys(writeLocationFilter(filter)).length > 0;

/** `1` → LEVEL_1; null for nobody asked. */
export const levelOfChoice = (choice: SupportChoice): SupportLevel | null => (choice === "none" ? null : `LEVEL_${choice}`);

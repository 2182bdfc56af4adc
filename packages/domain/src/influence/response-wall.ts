import { z } from "zod";
import { idSchema } from "../kernel/text";
import { type GovernmentLevel, governmentLevels, type ResponseType, responseTypes } from "./enums";
import { publicResponseSchema } from "./public-response";

/** So many approved responses open a campaign's wall: fewer say nothing about who answers. */
export const wallOpensFrom = 3;
export const wallPageSize = 20;
/** The most representatives offered as a filter, those with most replies first. */
export const wallPeopleMost = 300;

/** CONFIRMED: those the office confirmed first. */
export const wallSorts = ["RECENT", "UPVOTED", "CONFIRMED"] as const;
export type WallSort = (typeof wallSorts)[number];

const campaignSlug = z.string().trim().min(1).max(100);
const token = z.string().regex(/^[A-Za-z0-9_-]{32,128}$/);

const place = z
  .string()
  .max(100)
  .regex(/^\d{1,9}_\d{1,16}_[0-9a-f-]{36}$/);

export const listWallInput = z.strictObject({
  campaignSlug,
  level: z.enum(governmentLevels).nullable().default(null),
  type: z.enum(responseTypes).nullable().default(null),
  /** `personKey` of the representative. */
  person: z.string().min(1).max(600).nullable().default(null),
  sort: z.enum(wallSorts).default("RECENT"),
  /** `next` of the page before. */
  after: place.nullable().default(null),
  /** `previous` of the page after; goes first where both are given. */
  before: place.nullable().default(null),
});
export type ListWallInput = z.infer<typeof listWallInput>;

export const wallResponseSchema = publicResponseSchema.extend({
  /** Who it is about, as filters name her: her recipient key, or the name that was typed. */
  personKey: z.string(),
  /** An address of our own only. */
  photoUrl: z.string().nullable(),
});
export type WallResponse = z.infer<typeof wallResponseSchema>;

const counted = { count: z.int() };
export const wallSchema = z.object({
  campaignSlug: z.string(),
  campaignTitle: z.string(),
  /** GATHERING: fewer than three responses are approved, and none is shown. */
  state: z.enum(["OPEN", "GATHERING"]),
  /** All that are shown, how many of them their office confirmed, and how many fit the filters. */
  total: z.int(),
  confirmed: z.int(),
  fitting: z.int(),
  items: z.array(wallResponseSchema),
  previous: z.string().nullable(),
  next: z.string().nullable(),
  /** Numbers under the other filters that are set. */
  levels: z.array(z.object({ level: z.enum(governmentLevels), ...counted })),
  types: z.array(z.object({ type: z.enum(responseTypes), ...counted })),
  people: z.array(z.object({ key: z.string(), name: z.string(), title: z.string().nullable(), ...counted })),
});
export type Wall = z.infer<typeof wallSchema>;

export const getWallResponseInput = z.strictObject({ campaignSlug, id: idSchema });
export type GetWallResponseInput = z.infer<typeof getWallResponseInput>;
export const onWallSchema = z.object({ campaignTitle: z.string(), response: wallResponseSchema });
export type OnWall = z.infer<typeof onWallSchema>;

/** Which of some responses this browser, or whoever is signed in, gave an upvote. */
export const myUpvotesInput = z.strictObject({ responseIds: z.array(idSchema).max(100), device: token.nullable().default(null) });
export type MyUpvotesInput = z.infer<typeof myUpvotesInput>;
export const myUpvotesSchema = z.array(idSchema);

/** A place on the wall: what the order looks at, so that nothing is skipped or shown twice while new ones come. */
export const wallCursorOf = (sort: WallSort, { upvotes, isConfirmed, createdAt, id }: WallPlace): string =>
  `${sort === "UPVOTED" ? upvotes : sort === "CONFIRMED" ? Number(isConfirmed) : 0}_${createdAt.getTime()}_${id}`;
export type WallPlace = { upvotes: number; isConfirmed: boolean; createdAt: Date; id: string };

export const readWallCursor = (cursor: string): { first: number; createdAt: Date; id: string } => {
  const [first = "", time = "", id = ""] = cursor.split("_");
  return { first: Number(first), createdAt: new Date(Number(time)), id };
};

/** Numbers of one level and type: all of the campaign's, and of the representative asked for. */
export type WallHead = { level: GovernmentLevel; type: ResponseType; all: number; confirmed: number; shown: number };

type Chosen = { level: GovernmentLevel | null; type: ResponseType | null };

/** Levels and types a page is merged from. */
export const fittingHeads = (heads: readonly WallHead[], { level, type }: Chosen): WallHead[] =>
  heads.filter((head) => head.shown > 0 && (level === null || head.level === level) && (type === null || head.type === type));

const sumOf = (heads: readonly WallHead[], field: "all" | "confirmed" | "shown"): number =>
  heads.reduce((sum, head) => sum + head[field], 0);

/** The numbers beside the filters: each counts under the others, so that it says what choosing it would show. */
export const wallNumbers = (heads: readonly WallHead[], { level, type }: Chosen): Pick<Wall, "total" | "confirmed" | "fitting" | "levels" | "types"> => ({
  total: sumOf(heads, "all"),
  confirmed: sumOf(heads, "confirmed"),
  fitting: sumOf(fittingHeads(heads, { level, type }), "shown"),
  levels: governmentLevels.flatMap((one) => {
    const count = sumOf(fittingHeads(heads, { level: one, type }), "shown");
    return count > 0 || one === level ? [{ level: one, count }] : [];
  }),
  types: responseTypes.flatMap((one) => {
    const count = sumOf(fittingHeads(heads, { level, type: one }), "shown");
    return count > 0 || one === type ? [{ type: one, count }] : [];
  }),
}); // prettier-ignore

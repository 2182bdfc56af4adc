import { z } from "zod";
import { idSchema, lineSchema } from "../kernel/text";
import { governmentLevels, type GovernmentLevel } from "./enums";

export const provinces = ["AB", "BC", "MB", "NB", "NL", "NS", "NT", "NU", "ON", "PE", "QC", "SK", "YT"] as const;

/** A level, of one province or everywhere, without sitting members: between a dissolution and the first day of the next members. */
export const sittingBreakSchema = z.object({
  id: idSchema,
  level: z.enum(governmentLevels),
  province: z.string().nullable(),
  startsAt: z.date(),
  /** Null: nobody knows yet. */
  endsAt: z.date().nullable(),
  note: z.string().nullable(),
});
export type SittingBreak = z.infer<typeof sittingBreakSchema>;

export const addSittingBreakInput = z
  .strictObject({
    level: z.enum(governmentLevels),
    province: z.enum(provinces).nullable(),
    startsAt: z.date(),
    endsAt: z.date().nullable(),
    note: lineSchema(300).nullable(),
  })
  .refine(({ startsAt, endsAt }) => endsAt === null || endsAt > startsAt, { path: ["endsAt"], message: "afterStart" });
export type AddSittingBreakInput = z.infer<typeof addSittingBreakInput>;

/** The break in force at a level of a province at a moment; the one that ends last. */
export const breakAt = (
  breaks: readonly SittingBreak[],
  { level, province, now }: { level: GovernmentLevel; province: string; now: Date },
): SittingBreak | null =>
  breaks
    .filter((one) => one.level === level && (one.province === null || one.province === province))
    .filter(({ startsAt, endsAt }) => startsAt <= now && (endsAt === null || endsAt > now))
    .sort((a, b) => (b.endsAt?.getTime() ?? Infinity) - (a.endsAt?.getTime() ?? Infinity))[0] ?? null;

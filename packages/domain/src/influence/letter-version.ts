import { z } from "zod";
import { localeSchema, translationsSchema } from "../kernel/locale";
import { idSchema, lineSchema, paragraphsSchema } from "../kernel/text";
import { governmentLevels, targetHandlings, targetPositions } from "./enums";
import { unknownLetterVariables } from "./letter-text";
import type { ResolvedTarget } from "./target";

/** Another text for some targets; THANK versions are for targets who are thanked. */
export const letterVersionSchema = z.object({
  id: idSchema,
  campaignId: idSchema,
  name: z.string(),
  handling: z.enum(targetHandlings),
  /** Empty lists fit everybody. */
  positions: z.array(z.enum(targetPositions)),
  parties: z.array(z.string()),
  levels: z.array(z.enum(governmentLevels)),
  /** Only for offices that ask to be written in this language; such a letter is written in it. */
  locale: localeSchema.nullable(),
  subject: z.string(),
  body: z.string(),
  translations: translationsSchema.nullable(),
  sortOrder: z.int(),
});
export type LetterVersion = z.infer<typeof letterVersionSchema>;

const letterText = <T extends z.ZodType<string>>(schema: T) =>
  schema.superRefine((text, ctx) => {
    if (unknownLetterVariables(text).length > 0) ctx.addIssue({ code: "custom", message: "letterVariable" });
  });

const fields = {
  name: lineSchema(100, 1),
  handling: z.enum(["WRITE", "THANK"]),
  positions: z.array(z.enum(targetPositions)).max(4),
  parties: z.array(lineSchema(100, 1)).max(20),
  levels: z.array(z.enum(governmentLevels)).max(4),
  locale: localeSchema.nullable(),
  subject: letterText(lineSchema(200, 3)),
  body: letterText(paragraphsSchema(20_000, 20)),
  translations: z
    .partialRecord(
      localeSchema,
      z.object({ subject: letterText(lineSchema(200, 0)).optional(), body: letterText(paragraphsSchema(20_000)).optional() }),
    )
    .nullable(),
};

/** Without an id a new version, at the end of the list. */
export const saveLetterVersionInput = z.strictObject({ id: idSchema.nullable(), campaignId: idSchema, ...fields });
export type SaveLetterVersionInput = z.infer<typeof saveLetterVersionInput>;
export const letterVersionIdInput = z.strictObject({ id: idSchema });
export const orderInput = z.strictObject({ campaignId: idSchema, ids: z.array(idSchema).max(500) });
export type OrderInput = z.infer<typeof orderInput>;

type Fits = Pick<ResolvedTarget, "position" | "partyName" | "level" | "preferredLocale" | "handling">;

const sameParty = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();

/** The first version, in their order, that fits a target; null where the campaign's own text is used. */
export const versionFor = <V extends Pick<LetterVersion, "handling" | "positions" | "parties" | "levels" | "locale">>(
  versions: readonly V[],
  target: Fits,
): V | null => {
  const handling = target.handling === "THANK" ? "THANK" : "WRITE";
  return (
    versions.find(
      (version) =>
        version.handling === handling &&
        (version.positions.length === 0 || version.positions.includes(target.position)) &&
        (version.levels.length === 0 || (target.level !== null && version.levels.includes(target.level))) &&
        (version.parties.length === 0 || version.parties.some((party) => sameParty(party, target.partyName ?? ""))) &&
        (version.locale === null || version.locale === target.preferredLocale),
    ) ?? null
  );
};

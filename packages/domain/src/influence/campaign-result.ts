import { z } from "zod";
import { idSchema } from "../kernel/text";
import type { Campaign } from "./campaign";

/** A campaign's owner is reminded this long after its end that people wait for the result. */
export const resultReminderAfterMs = 24 * 3_600_000;

export const hasEnded = ({ status, endsAt }: Pick<Campaign, "status" | "endsAt">, now: Date): boolean =>
  status === "ARCHIVED" || (status !== "DRAFT" && endsAt !== null && endsAt <= now);

/** Why the result cannot be mailed; null when it can. */
export const resultObstacles = ["NOT_ENDED", "NO_OUTCOME", "NOBODY"] as const;
export type ResultObstacle = (typeof resultObstacles)[number];

export const resultObstacle = (
  campaign: Pick<Campaign, "status" | "endsAt" | "outcome">,
  { now, waiting }: { now: Date; waiting: number },
): ResultObstacle | null => {
  if (!hasEnded(campaign, now)) return "NOT_ENDED";
  if ((campaign.outcome ?? "").trim() === "") return "NO_OUTCOME";
  return waiting === 0 ? "NOBODY" : null;
};

const wording = z.object({ subject: z.string(), html: z.string() });

/** The mail with the result, before and after it went to everybody who wanted to be told. */
export const resultMailSchema = z.object({
  obstacle: z.enum(resultObstacles).nullable(),
  /** People who still wait for it, and those it was mailed to. */
  waiting: z.int(),
  mailed: z.int(),
  /** When an organiser let it go. */
  mailedAt: z.date().nullable(),
  /** As it reads with the outcome written now; null while there is none. */
  preview: z.object({ en: wording, fr: wording }).nullable(),
});
export type ResultMail = z.infer<typeof resultMailSchema>;
export const mailedResultSchema = z.object({ waiting: z.int() });
export type MailedResult = z.infer<typeof mailedResultSchema>;
export const resultMailInput = z.strictObject({ campaignId: idSchema });
export type ResultMailInput = z.infer<typeof resultMailInput>;

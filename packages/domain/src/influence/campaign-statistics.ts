import { z } from "zod";
import { idSchema } from "../kernel/text";
import { emailMethods, governmentLevels, letterFates } from "./enums";

/** The longest list of targets or sources shown; the rest is summed. */
export const statisticsRows = 50;

const counted = <T extends z.ZodType>(key: T) => z.array(z.object({ key, letters: z.int() }));

/**
 * A campaign in numbers. Letters are those a supporter finished, whatever became of them; tests and unfinished ones are not
 * among them, `unfinished` tells the latter. Days are the organisation's.
 */
export const campaignStatisticsSchema = z.object({
  letters: z.int(),
  unfinished: z.int(),
  byDay: z.array(z.object({ day: z.string(), letters: z.int(), calls: z.int() })),
  byTarget: z.array(z.object({ name: z.string(), title: z.string(), letters: z.int(), calls: z.int() })),
  byLevel: counted(z.enum(governmentLevels).nullable()),
  byMethod: counted(z.enum(emailMethods)),
  byStatus: counted(z.enum(letterFates)),
  /** `?s=` of the address the supporter came by; null without one. */
  bySource: counted(z.string().nullable()),
  /** Letters with words of the supporter's own, and the mean share of such words over those letters. */
  edited: z.object({ letters: z.int(), meanShare: z.number() }),
  calls: z.object({ total: z.int(), byOutcome: z.array(z.object({ outcome: z.string().nullable(), calls: z.int() })) }),
});
export type CampaignStatistics = z.infer<typeof campaignStatisticsSchema>;
export const campaignStatisticsInput = z.strictObject({ id: idSchema });

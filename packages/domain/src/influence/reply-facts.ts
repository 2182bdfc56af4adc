import { z } from "zod";
import { governmentLevels, targetPositions } from "./enums";
import { voteCountInput } from "./target";

/** Letters handed over and not returned from which on the facts about a representative are public: fewer say nothing about an office. */
export const replyFactsFloor = 10;
/** The most representatives shown at once, those with most letters first. */
export const replyFactsRows = 400;

/**
 * What became of the letters to one representative. `handedOver` and `returned` are letters our server handed over, or that were
 * handed in, and what came back of them; `replies` were reported by the writer, came in by mail, or went to all at once.
 */
export const publicReplyFactsSchema = z.object({
  recipientKey: z.string(),
  name: z.string(),
  title: z.string().nullable(),
  level: z.enum(governmentLevels).nullable(),
  partyName: z.string().nullable(),
  position: z.enum(targetPositions),
  handedOver: z.int(),
  returned: z.int(),
  replies: z.int(),
  /** Days from hand-over to reply; null where no reply has a day. */
  medianDays: z.number().nullable(),
});
export type PublicReplyFacts = z.infer<typeof publicReplyFactsSchema>;

/** Only representatives with ten letters or more, those with most letters first. */
export const publicReplyFactsListSchema = z.array(publicReplyFactsSchema);

export const replyFactsOfCampaignInput = voteCountInput;
export type ReplyFactsOfCampaignInput = z.infer<typeof replyFactsOfCampaignInput>;

/** Whether facts about so many letters may be shown to everybody. */
export const areFactsPublic = ({ handedOver, returned }: { handedOver: number; returned: number }): boolean =>
  handedOver - returned >= replyFactsFloor;

/** The share of letters with a reply among those that arrived, 0 to 1; null where none did. */
export const replyShare = ({ handedOver, returned, replies }: { handedOver: number; returned: number; replies: number }): number | null => {
  const arrived = handedOver - returned;
  return arrived <= 0 ? null : Math.min(1, replies / arrived);
};

/** How many replies came after how many days (or on which day). */
export type ReplyHistogram = Readonly<Record<string, number>>;

export const mergeHistograms = (histograms: readonly ReplyHistogram[]): ReplyHistogram => {
  const merged = new Map<string, number>();
  for (const histogram of histograms) for (const [key, count] of Object.entries(histogram)) merged.set(key, (merged.get(key) ?? 0) + count);
  return Object.fromEntries(merged);
};

/** The median of days, halfway between the two middle ones of an even number; null without any. */
export const medianOfDays = (histogram: ReplyHistogram): number | null => {
  const days = Object.entries(histogram)
    .map(([day, count]) => ({ day: Number(day), count }))
    .sort((one, other) => one.day - other.day);
  const total = days.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return null;
  const at = (place: number): number => {
    let seen = 0;
    for (const { day, count } of days) {
      seen += count;
      if (seen > place) return day;
    }
    return days.at(-1)?.day ?? 0;
  };
  return (at(Math.floor((total - 1) / 2)) + at(Math.ceil((total - 1) / 2))) / 2;
};

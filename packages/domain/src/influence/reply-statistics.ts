import { z } from "zod";
import { idSchema } from "../kernel/text";
import { pageInput, pageOf } from "../kernel/page";
import { campaignStatuses, governmentLevels, targetPositions } from "./enums";
import { publicReplyFactsSchema } from "./reply-facts";

/** The most representatives in a campaign's table; the file has all. */
export const replyStatisticsRows = 200;

const counts = z.object({ handedOver: z.int(), returned: z.int(), replies: z.int(), medianDays: z.number().nullable() });
const group = counts.extend({ representatives: z.int() });

/** What became of a campaign's letters, for organisers: without a floor, because they know the people behind small numbers anyway. */
export const replyStatisticsSchema = z.object({
  /** Replies of which their writer says that they do not answer are among `replies`. */
  total: counts.extend({ acknowledged: z.int(), notSatisfied: z.int(), nothing: z.int() }),
  byLevel: z.array(group.extend({ key: z.enum(governmentLevels).nullable() })),
  byParty: z.array(group.extend({ key: z.string().nullable() })),
  /** Most letters first. */
  representatives: z.array(publicReplyFactsSchema.extend({ notSatisfied: z.int() })),
  representativeCount: z.int(),
  /** Days of the organisation on which letters were handed over or replies came. */
  byDay: z.array(z.object({ day: z.string(), handedOver: z.int(), replies: z.int() })),
  followUps: z.object({ people: z.int(), asked: z.int(), answered: z.int(), stopped: z.int() }),
  countedAt: z.date().nullable(),
});
export type ReplyStatistics = z.infer<typeof replyStatisticsSchema>;
export const replyStatisticsInput = z.strictObject({ campaignId: idSchema });
export type ReplyStatisticsInput = z.infer<typeof replyStatisticsInput>;

/** One representative over all campaigns. */
export const replyRecordSchema = counts.extend({
  recipientKey: z.string(),
  name: z.string(),
  title: z.string().nullable(),
  level: z.enum(governmentLevels).nullable(),
  partyName: z.string().nullable(),
  campaigns: z.int(),
});
export type ReplyRecord = z.infer<typeof replyRecordSchema>;

export const replyRecordSorts = ["LETTERS", "REPLIES", "NAME"] as const;
export const listReplyRecordsInput = pageInput.extend({
  search: z.string().trim().max(100).default(""),
  level: z.enum(governmentLevels).nullable().default(null),
  sort: z.enum(replyRecordSorts).default("LETTERS"),
});
export type ListReplyRecordsInput = z.infer<typeof listReplyRecordsInput>;
export const replyRecordPageSchema = pageOf(replyRecordSchema);

export const replyRecordDetailSchema = replyRecordSchema.extend({
  /** Newest campaign first. */
  byCampaign: z.array(
    counts.extend({
      campaignId: idSchema,
      campaignTitle: z.string(),
      status: z.enum(campaignStatuses),
      position: z.enum(targetPositions),
      positionSource: z.string().nullable(),
      acknowledged: z.int(),
      notSatisfied: z.int(),
      nothing: z.int(),
    }),
  ),
});
export type ReplyRecordDetail = z.infer<typeof replyRecordDetailSchema>;
export const replyRecordInput = z.strictObject({ recipientKey: z.string().min(1).max(400) });
export type ReplyRecordInput = z.infer<typeof replyRecordInput>;

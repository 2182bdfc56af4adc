import {
  listReplyRecordsInput,
  mailedResultSchema,
  replyRecordDetailSchema,
  replyRecordInput,
  replyRecordPageSchema,
  replyStatisticsInput,
  replyStatisticsSchema,
  resultMailInput,
  resultMailSchema,
} from "@cml/domain/influence";
import { getReplyRecord, getReplyStatistics, getResultMail, listReplyRecords, mailResult } from "@cml/services/influence";
import { procedureFor, router } from "../../trpc/procedures";

export const replyFactsAdminRouter = router({
  statistics: procedureFor("campaign.view")
    .input(replyStatisticsInput)
    .output(replyStatisticsSchema)
    .query(({ ctx, input }) => getReplyStatistics(ctx.deps, ctx.actor, input)),
  resultMail: procedureFor("campaign.view")
    .input(resultMailInput)
    .output(resultMailSchema)
    .query(({ ctx, input }) => getResultMail(ctx.deps, ctx.actor, input)),
  mailResult: procedureFor("campaign.publish")
    .input(resultMailInput)
    .output(mailedResultSchema)
    .mutation(({ ctx, input }) => mailResult(ctx.deps, ctx.actor, input)),
  records: procedureFor("campaign.view")
    .input(listReplyRecordsInput)
    .output(replyRecordPageSchema)
    .query(({ ctx, input }) => listReplyRecords(ctx.deps, ctx.actor, input)),
  record: procedureFor("campaign.view")
    .input(replyRecordInput)
    .output(replyRecordDetailSchema)
    .query(({ ctx, input }) => getReplyRecord(ctx.deps, ctx.actor, input)),
});

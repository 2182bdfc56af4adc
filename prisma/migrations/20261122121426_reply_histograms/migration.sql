-- AlterTable
ALTER TABLE "ReplyFacts" ADD COLUMN     "repliesAfter" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "repliesByDay" JSONB NOT NULL DEFAULT '{}';

-- Counted once more, for the two new columns.
INSERT INTO "ReplyTally" ("campaignId", "recipientKey", "replies") SELECT "campaignId", "recipientKey", true FROM "ReplyFacts";

-- AlterTable
ALTER TABLE "Campaign" ADD COLUMN     "resultRemindedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "FollowUp" ADD COLUMN     "closedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "ReplyTally" (
    "id" BIGSERIAL NOT NULL,
    "campaignId" UUID NOT NULL,
    "recipientKey" TEXT NOT NULL,
    "handedOver" INTEGER NOT NULL DEFAULT 0,
    "returned" INTEGER NOT NULL DEFAULT 0,
    "replies" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "ReplyTally_pkey" PRIMARY KEY ("id")
);

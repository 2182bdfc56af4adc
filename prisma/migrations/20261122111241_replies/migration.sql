-- CreateEnum
CREATE TYPE "ResponseChangeKind" AS ENUM ('SUBMITTED', 'PROPOSED', 'APPROVED', 'REJECTED', 'EDITED', 'BOXED', 'UNDONE', 'PROOF_SEEN', 'ASKED_OFFICE', 'CONFIRMED', 'DISPUTED', 'OFFICE_REPLIED', 'OFFICE_REPLY_APPROVED', 'OFFICE_REPLY_REJECTED', 'REMOVED');

-- CreateEnum
CREATE TYPE "ReplyOutcome" AS ENUM ('ANSWERED', 'ACKNOWLEDGED', 'NOT_SATISFACTORY', 'NOTHING');

-- AlterTable
ALTER TABLE "Campaign" ADD COLUMN     "officeLink" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "resultMailedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "RepresentativeResponse" ADD COLUMN     "askOffice" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "boxes" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "byStaff" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "confirmedAt" TIMESTAMPTZ(3),
ADD COLUMN     "daysToReply" INTEGER,
ADD COLUMN     "disputeReason" TEXT,
ADD COLUMN     "inboundMessageId" UUID,
ADD COLUMN     "letterId" UUID,
ADD COLUMN     "officeAnswerId" UUID,
ADD COLUMN     "officeReply" TEXT,
ADD COLUMN     "officeReplyAt" TIMESTAMPTZ(3),
ADD COLUMN     "officeReplyStatus" "ResponseStatus",
ADD COLUMN     "partyName" TEXT,
ADD COLUMN     "recipientKey" TEXT,
ADD COLUMN     "rejectReason" TEXT,
ADD COLUMN     "repliedOn" DATE,
ADD COLUMN     "screenshotHeight" INTEGER,
ADD COLUMN     "screenshotKey" TEXT,
ADD COLUMN     "screenshotWidth" INTEGER,
ADD COLUMN     "shownComment" TEXT,
ADD COLUMN     "shownText" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "submissionId" UUID,
ADD COLUMN     "verificationEndsAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "ResponseChange" (
    "id" UUID NOT NULL,
    "responseId" UUID NOT NULL,
    "kind" "ResponseChangeKind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "byUserId" UUID,
    "byOffice" TEXT,
    "before" JSONB NOT NULL DEFAULT '{}',
    "note" TEXT,

    CONSTRAINT "ResponseChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PendingUpvote" (
    "id" UUID NOT NULL,
    "responseId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "deviceHash" TEXT,
    "locale" "Locale" NOT NULL DEFAULT 'en',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PendingUpvote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OfficeAccess" (
    "id" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "recipientKey" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT,
    "level" "GovernmentLevel",
    "email" TEXT NOT NULL,
    "locale" "Locale" NOT NULL DEFAULT 'en',
    "tokenHash" TEXT,
    "tokenEndsAt" TIMESTAMPTZ(3),
    "tokenSentAt" TIMESTAMPTZ(3),
    "firstOpenedAt" TIMESTAMPTZ(3),
    "digest" BOOLEAN NOT NULL DEFAULT false,
    "digestSentAt" TIMESTAMPTZ(3),
    "contact" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OfficeAccess_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OfficeAnswer" (
    "id" UUID NOT NULL,
    "officeId" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "locale" "Locale" NOT NULL DEFAULT 'en',
    "status" "ResponseStatus" NOT NULL DEFAULT 'PENDING',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "moderatedAt" TIMESTAMPTZ(3),
    "moderatedByUserId" UUID,
    "rejectReason" TEXT,
    "mailedCount" INTEGER NOT NULL DEFAULT 0,
    "mailedAt" TIMESTAMPTZ(3),

    CONSTRAINT "OfficeAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FollowUp" (
    "id" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "locale" "Locale" NOT NULL DEFAULT 'en',
    "tokenHash" TEXT,
    "firstDueAt" TIMESTAMPTZ(3) NOT NULL,
    "firstSentAt" TIMESTAMPTZ(3),
    "secondDueAt" TIMESTAMPTZ(3) NOT NULL,
    "secondSentAt" TIMESTAMPTZ(3),
    "answeredAt" TIMESTAMPTZ(3),
    "stoppedAt" TIMESTAMPTZ(3),
    "resultSentAt" TIMESTAMPTZ(3),

    CONSTRAINT "FollowUp_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LetterReport" (
    "id" UUID NOT NULL,
    "letterId" UUID NOT NULL,
    "followUpId" UUID,
    "campaignId" UUID NOT NULL,
    "recipientKey" TEXT,
    "outcome" "ReplyOutcome" NOT NULL,
    "repliedOn" DATE,
    "reportedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LetterReport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NotConstituent" (
    "letterId" UUID NOT NULL,
    "officeId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "NotConstituent_pkey" PRIMARY KEY ("letterId")
);

-- CreateTable
CREATE TABLE "ReplyFacts" (
    "id" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "recipientKey" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT,
    "level" "GovernmentLevel",
    "partyName" TEXT,
    "position" "TargetPosition" NOT NULL DEFAULT 'UNKNOWN',
    "handedOver" INTEGER NOT NULL DEFAULT 0,
    "returned" INTEGER NOT NULL DEFAULT 0,
    "replies" INTEGER NOT NULL DEFAULT 0,
    "acknowledged" INTEGER NOT NULL DEFAULT 0,
    "nothing" INTEGER NOT NULL DEFAULT 0,
    "notSatisfied" INTEGER NOT NULL DEFAULT 0,
    "medianDays" DOUBLE PRECISION,
    "countedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReplyFacts_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ResponseChange_responseId_at_idx" ON "ResponseChange"("responseId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "PendingUpvote_tokenHash_key" ON "PendingUpvote"("tokenHash");

-- CreateIndex
CREATE INDEX "PendingUpvote_expiresAt_idx" ON "PendingUpvote"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "PendingUpvote_responseId_email_key" ON "PendingUpvote"("responseId", "email");

-- CreateIndex
CREATE UNIQUE INDEX "OfficeAccess_tokenHash_key" ON "OfficeAccess"("tokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "OfficeAccess_campaignId_recipientKey_key" ON "OfficeAccess"("campaignId", "recipientKey");

-- CreateIndex
CREATE INDEX "OfficeAnswer_campaignId_status_idx" ON "OfficeAnswer"("campaignId", "status");

-- CreateIndex
CREATE INDEX "OfficeAnswer_officeId_idx" ON "OfficeAnswer"("officeId");

-- CreateIndex
CREATE UNIQUE INDEX "FollowUp_submissionId_key" ON "FollowUp"("submissionId");

-- CreateIndex
CREATE UNIQUE INDEX "FollowUp_tokenHash_key" ON "FollowUp"("tokenHash");

-- CreateIndex
CREATE INDEX "FollowUp_campaignId_resultSentAt_idx" ON "FollowUp"("campaignId", "resultSentAt");

-- CreateIndex
CREATE INDEX "FollowUp_firstSentAt_firstDueAt_idx" ON "FollowUp"("firstSentAt", "firstDueAt");

-- CreateIndex
CREATE INDEX "FollowUp_secondSentAt_secondDueAt_idx" ON "FollowUp"("secondSentAt", "secondDueAt");

-- CreateIndex
CREATE INDEX "FollowUp_email_idx" ON "FollowUp"("email");

-- CreateIndex
CREATE UNIQUE INDEX "LetterReport_letterId_key" ON "LetterReport"("letterId");

-- CreateIndex
CREATE INDEX "LetterReport_campaignId_recipientKey_idx" ON "LetterReport"("campaignId", "recipientKey");

-- CreateIndex
CREATE INDEX "LetterReport_followUpId_idx" ON "LetterReport"("followUpId");

-- CreateIndex
CREATE INDEX "NotConstituent_officeId_idx" ON "NotConstituent"("officeId");

-- CreateIndex
CREATE INDEX "ReplyFacts_recipientKey_idx" ON "ReplyFacts"("recipientKey");

-- CreateIndex
CREATE UNIQUE INDEX "ReplyFacts_campaignId_recipientKey_key" ON "ReplyFacts"("campaignId", "recipientKey");

-- CreateIndex
CREATE UNIQUE INDEX "RepresentativeResponse_inboundMessageId_key" ON "RepresentativeResponse"("inboundMessageId");

-- CreateIndex
CREATE UNIQUE INDEX "RepresentativeResponse_officeAnswerId_key" ON "RepresentativeResponse"("officeAnswerId");

-- CreateIndex
CREATE UNIQUE INDEX "RepresentativeResponse_submissionId_key" ON "RepresentativeResponse"("submissionId");

-- CreateIndex
CREATE INDEX "RepresentativeResponse_submittedByEmail_idx" ON "RepresentativeResponse"("submittedByEmail");

-- CreateIndex
CREATE INDEX "RepresentativeResponse_letterId_idx" ON "RepresentativeResponse"("letterId");

-- CreateIndex
CREATE INDEX "RepresentativeResponse_campaignId_recipientKey_idx" ON "RepresentativeResponse"("campaignId", "recipientKey");

-- CreateIndex
CREATE UNIQUE INDEX "ResponseUpvote_responseId_userEmail_key" ON "ResponseUpvote"("responseId", "userEmail");

-- AddForeignKey
ALTER TABLE "RepresentativeResponse" ADD CONSTRAINT "RepresentativeResponse_letterId_fkey" FOREIGN KEY ("letterId") REFERENCES "CampaignEmail"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RepresentativeResponse" ADD CONSTRAINT "RepresentativeResponse_inboundMessageId_fkey" FOREIGN KEY ("inboundMessageId") REFERENCES "InboundMessage"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RepresentativeResponse" ADD CONSTRAINT "RepresentativeResponse_officeAnswerId_fkey" FOREIGN KEY ("officeAnswerId") REFERENCES "OfficeAnswer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ResponseChange" ADD CONSTRAINT "ResponseChange_responseId_fkey" FOREIGN KEY ("responseId") REFERENCES "RepresentativeResponse"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PendingUpvote" ADD CONSTRAINT "PendingUpvote_responseId_fkey" FOREIGN KEY ("responseId") REFERENCES "RepresentativeResponse"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OfficeAccess" ADD CONSTRAINT "OfficeAccess_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OfficeAnswer" ADD CONSTRAINT "OfficeAnswer_officeId_fkey" FOREIGN KEY ("officeId") REFERENCES "OfficeAccess"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OfficeAnswer" ADD CONSTRAINT "OfficeAnswer_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FollowUp" ADD CONSTRAINT "FollowUp_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LetterReport" ADD CONSTRAINT "LetterReport_letterId_fkey" FOREIGN KEY ("letterId") REFERENCES "CampaignEmail"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LetterReport" ADD CONSTRAINT "LetterReport_followUpId_fkey" FOREIGN KEY ("followUpId") REFERENCES "FollowUp"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NotConstituent" ADD CONSTRAINT "NotConstituent_letterId_fkey" FOREIGN KEY ("letterId") REFERENCES "CampaignEmail"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReplyFacts" ADD CONSTRAINT "ReplyFacts_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;

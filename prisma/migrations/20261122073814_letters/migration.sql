-- CreateEnum
CREATE TYPE "TargetPosition" AS ENUM ('FOR', 'LEANING', 'AGAINST', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "TargetHandling" AS ENUM ('WRITE', 'THANK', 'SKIP');

-- CreateEnum
CREATE TYPE "LetterEventKind" AS ENUM ('HANDED_OVER', 'DEFERRED', 'REFUSED', 'UNCERTAIN', 'SETTLED', 'RELEASED', 'HELD', 'CANCELLED', 'RETURNED', 'DELAYED', 'AUTO_REPLY', 'REPLY', 'HANDED_IN');

-- CreateEnum
CREATE TYPE "InboundKind" AS ENUM ('BOUNCE', 'DELAY', 'AUTO_REPLY', 'REPLY', 'UNSORTED');

-- CreateEnum
CREATE TYPE "RepresentativeSource" AS ENUM ('REPRESENT', 'LOCAL', 'OVERRIDE');

-- AlterTable
ALTER TABLE "Campaign" ADD COLUMN     "agendaItem" TEXT,
ADD COLUMN     "allowCalls" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "allowPrint" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "askStreet" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "callScript" TEXT,
ADD COLUMN     "clerkEmail" TEXT,
ADD COLUMN     "clerkName" TEXT,
ADD COLUMN     "decisionAt" TIMESTAMPTZ(3),
ADD COLUMN     "embedOrigins" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "endsAt" TIMESTAMPTZ(3),
ADD COLUMN     "nextStepLabel" TEXT,
ADD COLUMN     "nextStepUrl" TEXT,
ADD COLUMN     "outcome" TEXT,
ADD COLUMN     "ownConstituentsOnly" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "personalPrompt" TEXT,
ADD COLUMN     "previewVersion" INTEGER,
ADD COLUMN     "publicRecord" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "recipientPerHour" INTEGER,
ADD COLUMN     "recipientTotal" INTEGER,
ADD COLUMN     "submissionDeadline" TIMESTAMPTZ(3),
ADD COLUMN     "targets" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "windowDays" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
ADD COLUMN     "windowFrom" TEXT,
ADD COLUMN     "windowTo" TEXT;

-- AlterTable
ALTER TABLE "CampaignEmail" ADD COLUMN     "answeredAt" TIMESTAMPTZ(3),
ADD COLUMN     "claimedSentAt" TIMESTAMPTZ(3),
ADD COLUMN     "editedShare" DOUBLE PRECISION,
ADD COLUMN     "erasedAt" TIMESTAMPTZ(3),
ADD COLUMN     "handedInAt" TIMESTAMPTZ(3),
ADD COLUMN     "heldReason" TEXT,
ADD COLUMN     "isTest" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "letterVersionId" UUID,
ADD COLUMN     "recipientKey" TEXT,
ADD COLUMN     "recipientParty" TEXT,
ADD COLUMN     "returnedAt" TIMESTAMPTZ(3),
ADD COLUMN     "source" TEXT,
ADD COLUMN     "userCity" TEXT,
ADD COLUMN     "userStreet" TEXT;

-- AlterTable
ALTER TABLE "Representative" ADD COLUMN     "contactUrl" TEXT,
ADD COLUMN     "firstName" TEXT,
ADD COLUMN     "gender" TEXT,
ADD COLUMN     "isVacant" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "lastName" TEXT,
ADD COLUMN     "matchKind" TEXT,
ADD COLUMN     "setSlug" TEXT,
ADD COLUMN     "source" "RepresentativeSource" NOT NULL DEFAULT 'REPRESENT';

-- AlterTable
ALTER TABLE "CustomRecipient" ADD COLUMN     "areaId" TEXT,
ADD COLUMN     "areaSet" TEXT,
ADD COLUMN     "contactUrl" TEXT,
ADD COLUMN     "gender" TEXT,
ADD COLUMN     "partyName" TEXT,
ADD COLUMN     "phone" TEXT,
ADD COLUMN     "postalAddress" TEXT,
ADD COLUMN     "preferredLocale" "Locale";

-- AlterTable
ALTER TABLE "Call" ADD COLUMN     "recipientKey" TEXT,
ADD COLUMN     "source" TEXT;

-- AlterTable
ALTER TABLE "EmailVerification" ADD COLUMN     "remindedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "SiteSettings" ADD COLUMN     "inboundImapFolder" TEXT,
ADD COLUMN     "inboundImapHost" TEXT,
ADD COLUMN     "inboundImapPass" TEXT,
ADD COLUMN     "inboundImapPort" INTEGER,
ADD COLUMN     "inboundImapSecure" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "inboundImapUser" TEXT,
ADD COLUMN     "inboundMode" TEXT NOT NULL DEFAULT 'none',
ADD COLUMN     "inboundSmtpPort" INTEGER,
ADD COLUMN     "officeHours" JSONB NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "LetterEvent" (
    "id" UUID NOT NULL,
    "letterId" UUID NOT NULL,
    "kind" "LetterEventKind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "words" TEXT,
    "byUserId" UUID,

    CONSTRAINT "LetterEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InboundMessage" (
    "id" UUID NOT NULL,
    "dedupeKey" TEXT NOT NULL,
    "letterId" UUID,
    "kind" "InboundKind" NOT NULL,
    "fromEmail" TEXT,
    "fromName" TEXT,
    "subject" TEXT,
    "text" TEXT,
    "rawKey" TEXT,
    "statusCode" TEXT,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "forwardedAt" TIMESTAMPTZ(3),
    "handledByUserId" UUID,

    CONSTRAINT "InboundMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ParkedRecipient" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT,
    "refusals" INTEGER NOT NULL DEFAULT 0,
    "lastResponse" TEXT,
    "parkedAt" TIMESTAMPTZ(3),
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ParkedRecipient_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CampaignSlug" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "campaignId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CampaignSlug_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CampaignTarget" (
    "id" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "recipientKey" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT,
    "level" "GovernmentLevel",
    "partyName" TEXT,
    "email" TEXT,
    "position" "TargetPosition" NOT NULL DEFAULT 'UNKNOWN',
    "positionSource" TEXT,
    "positionAt" TIMESTAMPTZ(3),
    "handling" "TargetHandling" NOT NULL DEFAULT 'WRITE',
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CampaignTarget_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LetterVersion" (
    "id" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "handling" "TargetHandling" NOT NULL DEFAULT 'WRITE',
    "positions" "TargetPosition"[] DEFAULT ARRAY[]::"TargetPosition"[],
    "parties" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "levels" "GovernmentLevel"[] DEFAULT ARRAY[]::"GovernmentLevel"[],
    "locale" "Locale",
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "translations" JSONB,
    "sortOrder" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LetterVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OfficeHolder" (
    "id" UUID NOT NULL,
    "source" "RepresentativeSource" NOT NULL,
    "setSlug" TEXT NOT NULL,
    "setName" TEXT NOT NULL,
    "boundarySet" TEXT,
    "boundaryId" TEXT,
    "districtName" TEXT NOT NULL DEFAULT '',
    "name" TEXT,
    "firstName" TEXT,
    "lastName" TEXT,
    "electedOffice" TEXT NOT NULL,
    "level" "GovernmentLevel" NOT NULL,
    "province" TEXT,
    "partyName" TEXT,
    "email" TEXT,
    "gender" TEXT,
    "url" TEXT,
    "contactUrl" TEXT,
    "photoUrl" TEXT,
    "offices" JSONB NOT NULL DEFAULT '[]',
    "preferredLocale" "Locale",
    "fetchedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "importRunId" UUID,

    CONSTRAINT "OfficeHolder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RepresentativeOverride" (
    "id" UUID NOT NULL,
    "postalCode" TEXT,
    "district" TEXT,
    "level" "GovernmentLevel" NOT NULL,
    "name" TEXT,
    "email" TEXT,
    "electedOffice" TEXT,
    "districtName" TEXT,
    "partyName" TEXT,
    "phone" TEXT,
    "note" TEXT,
    "createdByUserId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RepresentativeOverride_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SittingBreak" (
    "id" UUID NOT NULL,
    "level" "GovernmentLevel" NOT NULL,
    "province" TEXT,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3),
    "note" TEXT,
    "createdByUserId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SittingBreak_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RepresentativeAlert" (
    "id" UUID NOT NULL,
    "campaignId" UUID,
    "kind" TEXT NOT NULL,
    "facts" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seenAt" TIMESTAMPTZ(3),
    "seenByUserId" UUID,

    CONSTRAINT "RepresentativeAlert_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RepresentativeSourceHealth" (
    "id" TEXT NOT NULL,
    "lastOkAt" TIMESTAMPTZ(3),
    "lastErrorAt" TIMESTAMPTZ(3),
    "lastError" TEXT,
    "failuresInRow" INTEGER NOT NULL DEFAULT 0,
    "lastMs" INTEGER,

    CONSTRAINT "RepresentativeSourceHealth_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OfficeHours" (
    "id" UUID NOT NULL,
    "recipientKey" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "week" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OfficeHours_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ConfirmedBrowser" (
    "id" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ConfirmedBrowser_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "LetterEvent_letterId_at_idx" ON "LetterEvent"("letterId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "InboundMessage_dedupeKey_key" ON "InboundMessage"("dedupeKey");

-- CreateIndex
CREATE INDEX "InboundMessage_letterId_idx" ON "InboundMessage"("letterId");

-- CreateIndex
CREATE INDEX "InboundMessage_kind_receivedAt_idx" ON "InboundMessage"("kind", "receivedAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "ParkedRecipient_email_key" ON "ParkedRecipient"("email");

-- CreateIndex
CREATE INDEX "ParkedRecipient_parkedAt_idx" ON "ParkedRecipient"("parkedAt");

-- CreateIndex
CREATE UNIQUE INDEX "CampaignSlug_slug_key" ON "CampaignSlug"("slug");

-- CreateIndex
CREATE INDEX "CampaignSlug_campaignId_idx" ON "CampaignSlug"("campaignId");

-- CreateIndex
CREATE UNIQUE INDEX "CampaignTarget_campaignId_recipientKey_key" ON "CampaignTarget"("campaignId", "recipientKey");

-- CreateIndex
CREATE INDEX "LetterVersion_campaignId_sortOrder_idx" ON "LetterVersion"("campaignId", "sortOrder");

-- CreateIndex
CREATE INDEX "OfficeHolder_setSlug_idx" ON "OfficeHolder"("setSlug");

-- CreateIndex
CREATE INDEX "OfficeHolder_boundarySet_boundaryId_idx" ON "OfficeHolder"("boundarySet", "boundaryId");

-- CreateIndex
CREATE INDEX "OfficeHolder_importRunId_idx" ON "OfficeHolder"("importRunId");

-- CreateIndex
CREATE INDEX "RepresentativeOverride_postalCode_idx" ON "RepresentativeOverride"("postalCode");

-- CreateIndex
CREATE INDEX "RepresentativeOverride_district_idx" ON "RepresentativeOverride"("district");

-- CreateIndex
CREATE INDEX "SittingBreak_level_startsAt_idx" ON "SittingBreak"("level", "startsAt");

-- CreateIndex
CREATE INDEX "RepresentativeAlert_seenAt_createdAt_idx" ON "RepresentativeAlert"("seenAt", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "RepresentativeAlert_campaignId_idx" ON "RepresentativeAlert"("campaignId");

-- CreateIndex
CREATE UNIQUE INDEX "OfficeHours_recipientKey_key" ON "OfficeHours"("recipientKey");

-- CreateIndex
CREATE UNIQUE INDEX "ConfirmedBrowser_tokenHash_key" ON "ConfirmedBrowser"("tokenHash");

-- CreateIndex
CREATE INDEX "ConfirmedBrowser_expiresAt_idx" ON "ConfirmedBrowser"("expiresAt");

-- CreateIndex
CREATE INDEX "ConfirmedBrowser_email_idx" ON "ConfirmedBrowser"("email");

-- CreateIndex
CREATE INDEX "CampaignEmail_letterVersionId_idx" ON "CampaignEmail"("letterVersionId");

-- CreateIndex
CREATE INDEX "CampaignEmail_campaignId_recipientKey_status_idx" ON "CampaignEmail"("campaignId", "recipientKey", "status");

-- CreateIndex
CREATE INDEX "CampaignEmail_recipientEmail_status_idx" ON "CampaignEmail"("recipientEmail", "status");

-- AddForeignKey
ALTER TABLE "CampaignEmail" ADD CONSTRAINT "CampaignEmail_letterVersionId_fkey" FOREIGN KEY ("letterVersionId") REFERENCES "LetterVersion"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LetterEvent" ADD CONSTRAINT "LetterEvent_letterId_fkey" FOREIGN KEY ("letterId") REFERENCES "CampaignEmail"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InboundMessage" ADD CONSTRAINT "InboundMessage_letterId_fkey" FOREIGN KEY ("letterId") REFERENCES "CampaignEmail"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CampaignSlug" ADD CONSTRAINT "CampaignSlug_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CampaignTarget" ADD CONSTRAINT "CampaignTarget_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LetterVersion" ADD CONSTRAINT "LetterVersion_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OfficeHolder" ADD CONSTRAINT "OfficeHolder_importRunId_fkey" FOREIGN KEY ("importRunId") REFERENCES "ImportRun"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RepresentativeAlert" ADD CONSTRAINT "RepresentativeAlert_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "ImportReject" ALTER COLUMN "raw" SET DATA TYPE JSON;

-- CreateTable
CREATE TABLE "LetterTally" (
    "id" BIGSERIAL NOT NULL,
    "campaignId" UUID NOT NULL,
    "halfHour" TIMESTAMPTZ(3) NOT NULL,
    "recipientLevel" "GovernmentLevel",
    "emailMethod" "EmailMethod" NOT NULL,
    "status" "CampaignEmailStatus" NOT NULL,
    "source" TEXT,
    "letters" INTEGER NOT NULL,
    "edited" INTEGER NOT NULL,
    "shares" DOUBLE PRECISION NOT NULL,
    "folded" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "LetterTally_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RecipientTally" (
    "id" BIGSERIAL NOT NULL,
    "campaignId" UUID NOT NULL,
    "recipientKey" TEXT NOT NULL,
    "letters" INTEGER NOT NULL,
    "folded" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "RecipientTally_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "LetterTally_campaignId_halfHour_idx" ON "LetterTally"("campaignId", "halfHour");

-- CreateIndex
CREATE INDEX "RecipientTally_campaignId_recipientKey_idx" ON "RecipientTally"("campaignId", "recipientKey");

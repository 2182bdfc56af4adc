-- CreateEnum
CREATE TYPE "SignupEnd" AS ENUM ('VOLUNTEER', 'ORGANISER', 'LAPSED');

-- CreateEnum
CREATE TYPE "ShiftNoticeKind" AS ENUM ('CHANGED', 'CANCELLED', 'MESSAGE');

-- AlterEnum
ALTER TYPE "ShiftKind" ADD VALUE 'SIGNS';

-- AlterTable
ALTER TABLE "Shift" ADD COLUMN     "cancelReason" TEXT,
ADD COLUMN     "cancelledAt" TIMESTAMPTZ(3),
ADD COLUMN     "closedAt" TIMESTAMPTZ(3),
ADD COLUMN     "contactEmail" TEXT,
ADD COLUMN     "contactName" TEXT,
ADD COLUMN     "contactPhone" TEXT,
ADD COLUMN     "seriesId" UUID;

-- AlterTable
ALTER TABLE "ShiftSignup" ADD COLUMN     "afterSentAt" TIMESTAMPTZ(3),
ADD COLUMN     "checkedInByUserId" UUID,
ADD COLUMN     "claimedAt" TIMESTAMPTZ(3),
ADD COLUMN     "claimedByUserId" UUID,
ADD COLUMN     "confirmedAt" TIMESTAMPTZ(3),
ADD COLUMN     "dayBeforeSentAt" TIMESTAMPTZ(3),
ADD COLUMN     "endedBy" "SignupEnd",
ADD COLUMN     "leftAt" TIMESTAMPTZ(3),
ADD COLUMN     "linkHash" TEXT,
ADD COLUMN     "offerExpiresAt" TIMESTAMPTZ(3),
ADD COLUMN     "offeredAt" TIMESTAMPTZ(3),
ADD COLUMN     "placedAt" TIMESTAMPTZ(3),
ADD COLUMN     "sameDaySentAt" TIMESTAMPTZ(3),
ADD COLUMN     "waitPosition" INTEGER,
ADD COLUMN     "waitlistedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "ShiftNotice" (
    "id" UUID NOT NULL,
    "shiftId" UUID NOT NULL,
    "kind" "ShiftNoticeKind" NOT NULL,
    "bodies" JSONB NOT NULL DEFAULT '{}',
    "createdByUserId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "leavesAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),
    "recipients" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ShiftNotice_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ShiftNotice_shiftId_idx" ON "ShiftNotice"("shiftId");

-- CreateIndex
CREATE INDEX "ShiftNotice_sentAt_leavesAt_idx" ON "ShiftNotice"("sentAt", "leavesAt");

-- CreateIndex
CREATE INDEX "Shift_seriesId_idx" ON "Shift"("seriesId");

-- CreateIndex
CREATE UNIQUE INDEX "ShiftSignup_linkHash_key" ON "ShiftSignup"("linkHash");

-- CreateIndex
CREATE INDEX "ShiftSignup_offerExpiresAt_idx" ON "ShiftSignup"("offerExpiresAt");

-- AddForeignKey
ALTER TABLE "ShiftNotice" ADD CONSTRAINT "ShiftNotice_shiftId_fkey" FOREIGN KEY ("shiftId") REFERENCES "Shift"("id") ON DELETE CASCADE ON UPDATE CASCADE;

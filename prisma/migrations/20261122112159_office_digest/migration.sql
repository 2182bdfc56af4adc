-- AlterTable
ALTER TABLE "CampaignEmail" ADD COLUMN     "digestId" UUID;

-- AlterTable
ALTER TABLE "OfficeAccess" ADD COLUMN     "contactEmail" TEXT,
ADD COLUMN     "contactPhone" TEXT,
ADD COLUMN     "digestOnAt" TIMESTAMPTZ(3);

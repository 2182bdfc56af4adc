-- AlterTable
ALTER TABLE "CampaignEmail" ADD COLUMN     "letGoAt" TIMESTAMPTZ(3);

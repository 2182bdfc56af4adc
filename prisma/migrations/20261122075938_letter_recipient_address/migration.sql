-- AlterTable
ALTER TABLE "CampaignEmail" ADD COLUMN     "recipientAddress" TEXT;

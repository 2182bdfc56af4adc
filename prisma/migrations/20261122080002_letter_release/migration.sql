-- DropIndex
DROP INDEX "CampaignEmail_recipientEmail_status_idx";

-- CreateIndex
CREATE INDEX "CampaignEmail_recipientEmail_campaignId_status_idx" ON "CampaignEmail"("recipientEmail", "campaignId", "status");

-- Letters that wait, by recipient: the release takes some of each, so that none holds up the others.
DROP INDEX "CampaignEmail_due_idx";
CREATE INDEX "CampaignEmail_waiting_idx" ON "CampaignEmail" ("campaignId", "recipientEmail", "createdAt", "id")
  WHERE "status" = 'QUEUED' AND "emailMethod" = 'SMTP';
-- Letters on the job queue, and in somebody's hands.
CREATE INDEX "CampaignEmail_on_queue_idx" ON "CampaignEmail" ("queuedAt") WHERE "status" = 'QUEUED' AND "queuedAt" IS NOT NULL;
CREATE INDEX "CampaignEmail_in_hand_idx" ON "CampaignEmail" ("claimedAt") WHERE "status" = 'SENDING';
-- What was let go within the hour, for the rates.
CREATE INDEX "CampaignEmail_released_idx" ON "CampaignEmail" ("campaignId", "queuedAt") WHERE "queuedAt" IS NOT NULL;

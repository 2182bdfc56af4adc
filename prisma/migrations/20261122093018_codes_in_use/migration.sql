-- CreateIndex
CREATE INDEX "CampaignEmail_userPostalCode_campaignId_idx" ON "CampaignEmail"("userPostalCode", "campaignId");

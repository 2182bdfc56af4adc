-- What Prisma cannot express.
-- The few letters that came back or were answered, counted without reading the rest.
CREATE INDEX "CampaignEmail_returned_idx" ON "CampaignEmail" ("campaignId") WHERE "returnedAt" IS NOT NULL;
CREATE INDEX "CampaignEmail_answered_idx" ON "CampaignEmail" ("campaignId") WHERE "answeredAt" IS NOT NULL;

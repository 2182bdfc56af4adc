-- A campaign's statistics in one pass over an index, whatever the letters' texts weigh; its first columns also lead the export.
CREATE INDEX "CampaignEmail_statistics_idx" ON "CampaignEmail" ("campaignId", "createdAt", "id")
  INCLUDE ("status", "emailMethod", "recipientLevel", "recipientKey", "source", "editedShare", "isTest");

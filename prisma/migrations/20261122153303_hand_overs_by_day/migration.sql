-- Letters of a campaign that were handed over are counted by day from an index alone.
CREATE INDEX "CampaignEmail_handed_over_idx" ON "CampaignEmail" ("campaignId") INCLUDE ("sentAt", "handedInAt")
  WHERE "recipientKey" IS NOT NULL AND was_handed_over("status", "emailMethod", "keptLocally", "returnedAt", "handedInAt", "isTest");

-- The numbers of the moderators' piles are counted from an index alone, and what waits is read in its order.
CREATE INDEX "RepresentativeResponse_desk_idx"
  ON "RepresentativeResponse" ("status", "officeReplyStatus", "campaignId")
  WHERE "confirmedAt" IS NOT NULL;
CREATE INDEX "RepresentativeResponse_disputed_idx"
  ON "RepresentativeResponse" ("campaignId")
  WHERE "disputedAt" IS NOT NULL;
CREATE INDEX "RepresentativeResponse_queue_idx"
  ON "RepresentativeResponse" ("status", "createdAt", "id")
  WHERE "confirmedAt" IS NOT NULL;

-- The numbers of the piles are counted from an index alone by type too, and the list of all piles is read in its order.
DROP INDEX "RepresentativeResponse_desk_idx";
CREATE INDEX "RepresentativeResponse_desk_idx"
  ON "RepresentativeResponse" ("status", "officeReplyStatus", "campaignId", "responseType")
  WHERE "confirmedAt" IS NOT NULL;
CREATE INDEX "RepresentativeResponse_list_idx" ON "RepresentativeResponse" ("createdAt", "id") WHERE "confirmedAt" IS NOT NULL;

-- CreateIndex
CREATE INDEX "Location_lastVisitedAt_idx" ON "Location"("lastVisitedAt");

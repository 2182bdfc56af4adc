-- What Prisma cannot express.
-- The queue of weak matches: a handful of rows among millions, the weakest first.
CREATE INDEX "Location_weak_idx" ON "Location"("geocodeConfidence", "id")
WHERE "geocodeConfidence" < 85 AND "geocodeProvider" IS NOT NULL AND "geocodeReviewedAt" IS NULL AND "archivedAt" IS NULL;

-- What Prisma cannot express. The last outcome stands on the building since its units are counted; their own index served nothing else.
DROP INDEX "Address_outcome";
CREATE INDEX "Location_outcome" ON "Location"("lastOutcome", "id") WHERE "lastOutcome" IS NOT NULL;

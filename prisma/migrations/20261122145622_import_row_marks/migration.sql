-- AlterTable
ALTER TABLE "Address" ADD COLUMN     "refusedMarks" BIGINT[],
ADD COLUMN     "rowMark" BIGINT,
ADD COLUMN     "rowRunId" UUID;

-- AlterTable
ALTER TABLE "ImportRun" ADD COLUMN     "summary" JSONB;

-- What an import changed, for its undo; what it made is found by the rows themselves.
CREATE INDEX "LocationHistory_importRunId_changed_idx" ON "LocationHistory" ("importRunId", "id") WHERE "importRunId" IS NOT NULL AND "field" IS NOT NULL AND "newValue" IS NOT NULL AND "action" <> 'IMPORT_UNDONE';

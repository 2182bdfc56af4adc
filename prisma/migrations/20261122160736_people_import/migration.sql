-- AlterTable
ALTER TABLE "UnmatchedPerson" ADD COLUMN     "residentId" UUID,
ADD COLUMN     "rowKey" TEXT NOT NULL;

-- CreateTable
CREATE TABLE "ImportPersonChange" (
    "id" UUID NOT NULL,
    "importRunId" UUID NOT NULL,
    "residentId" UUID NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,

    CONSTRAINT "ImportPersonChange_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ImportPersonChange_importRunId_id_idx" ON "ImportPersonChange"("importRunId", "id");

-- CreateIndex
CREATE INDEX "ImportPersonChange_residentId_idx" ON "ImportPersonChange"("residentId");

-- CreateIndex
CREATE UNIQUE INDEX "UnmatchedPerson_rowKey_key" ON "UnmatchedPerson"("rowKey");

-- AddForeignKey
ALTER TABLE "ImportPersonChange" ADD CONSTRAINT "ImportPersonChange_importRunId_fkey" FOREIGN KEY ("importRunId") REFERENCES "ImportRun"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportPersonChange" ADD CONSTRAINT "ImportPersonChange_residentId_fkey" FOREIGN KEY ("residentId") REFERENCES "Resident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

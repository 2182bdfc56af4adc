-- AlterTable
ALTER TABLE "MapLine" ADD COLUMN     "changedRunId" UUID;

-- AlterTable
ALTER TABLE "UnplacedAddress" ADD COLUMN     "buildingUse" INTEGER,
ADD COLUMN     "censusSubdivision" TEXT,
ADD COLUMN     "federalDistrict" TEXT,
ADD COLUMN     "municipalityFr" TEXT;

-- AlterTable
ALTER TABLE "LocationDuplicate" ADD COLUMN     "scanId" UUID;

-- CreateTable
CREATE TABLE "DuplicateScan" (
    "id" UUID NOT NULL,
    "status" "ImportStatus" NOT NULL DEFAULT 'QUEUED',
    "total" INTEGER NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "found" INTEGER NOT NULL DEFAULT 0,
    "startedByUserId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "startedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "DuplicateScan_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "DuplicateScan_status_idx" ON "DuplicateScan"("status");

-- CreateIndex
CREATE INDEX "DuplicateScan_startedByUserId_idx" ON "DuplicateScan"("startedByUserId");

-- AddForeignKey
ALTER TABLE "DuplicateScan" ADD CONSTRAINT "DuplicateScan_startedByUserId_fkey" FOREIGN KEY ("startedByUserId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

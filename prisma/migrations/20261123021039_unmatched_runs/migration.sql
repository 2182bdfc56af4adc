-- AlterTable
ALTER TABLE "UnmatchedPerson" ADD COLUMN     "placedByRunId" UUID;

-- CreateTable
CREATE TABLE "UnmatchedRun" (
    "id" UUID NOT NULL,
    "status" "ImportStatus" NOT NULL DEFAULT 'QUEUED',
    "options" JSONB NOT NULL,
    "isUndoing" BOOLEAN NOT NULL DEFAULT false,
    "checkpoint" UUID,
    "total" INTEGER NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "placed" INTEGER NOT NULL DEFAULT 0,
    "skipped" INTEGER NOT NULL DEFAULT 0,
    "undone" INTEGER NOT NULL DEFAULT 0,
    "kept" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "startedByUserId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "startedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "UnmatchedRun_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "UnmatchedRun_status_idx" ON "UnmatchedRun"("status");

-- CreateIndex
CREATE INDEX "UnmatchedRun_startedByUserId_idx" ON "UnmatchedRun"("startedByUserId");

-- CreateIndex
CREATE INDEX "UnmatchedPerson_placedByRunId_id_idx" ON "UnmatchedPerson"("placedByRunId", "id");

-- AddForeignKey
ALTER TABLE "UnmatchedPerson" ADD CONSTRAINT "UnmatchedPerson_placedByRunId_fkey" FOREIGN KEY ("placedByRunId") REFERENCES "UnmatchedRun"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnmatchedRun" ADD CONSTRAINT "UnmatchedRun_startedByUserId_fkey" FOREIGN KEY ("startedByUserId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

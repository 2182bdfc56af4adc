-- CreateTable
CREATE TABLE "TurfPlan" (
    "id" UUID NOT NULL,
    "cutId" UUID NOT NULL,
    "status" "ImportStatus" NOT NULL DEFAULT 'QUEUED',
    "options" JSONB NOT NULL,
    "progress" INTEGER NOT NULL DEFAULT 0,
    "result" JSONB,
    "keptCutIds" UUID[],
    "keptAt" TIMESTAMPTZ(3),
    "error" TEXT,
    "startedByUserId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "startedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TurfPlan_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "TurfPlan_cutId_createdAt_idx" ON "TurfPlan"("cutId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "TurfPlan_startedByUserId_idx" ON "TurfPlan"("startedByUserId");

-- CreateIndex
CREATE INDEX "TurfPlan_expiresAt_idx" ON "TurfPlan"("expiresAt");

-- AddForeignKey
ALTER TABLE "TurfPlan" ADD CONSTRAINT "TurfPlan_cutId_fkey" FOREIGN KEY ("cutId") REFERENCES "Cut"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TurfPlan" ADD CONSTRAINT "TurfPlan_startedByUserId_fkey" FOREIGN KEY ("startedByUserId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

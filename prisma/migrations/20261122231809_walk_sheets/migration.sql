-- CreateTable
CREATE TABLE "WalkSheet" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "turfAssignmentId" UUID NOT NULL,
    "locale" "Locale" NOT NULL,
    "paper" TEXT NOT NULL,
    "addressIds" UUID[],
    "createdByUserId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "WalkSheet_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "WalkSheet_code_key" ON "WalkSheet"("code");

-- CreateIndex
CREATE INDEX "WalkSheet_turfAssignmentId_idx" ON "WalkSheet"("turfAssignmentId");

-- CreateIndex
CREATE INDEX "WalkSheet_createdByUserId_idx" ON "WalkSheet"("createdByUserId");

-- AddForeignKey
ALTER TABLE "WalkSheet" ADD CONSTRAINT "WalkSheet_turfAssignmentId_fkey" FOREIGN KEY ("turfAssignmentId") REFERENCES "TurfAssignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WalkSheet" ADD CONSTRAINT "WalkSheet_createdByUserId_fkey" FOREIGN KEY ("createdByUserId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

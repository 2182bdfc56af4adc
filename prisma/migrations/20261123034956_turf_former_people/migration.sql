-- CreateTable
CREATE TABLE "TurfAssignmentFormer" (
    "turfAssignmentId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TurfAssignmentFormer_pkey" PRIMARY KEY ("turfAssignmentId","userId","until")
);

-- CreateIndex
CREATE INDEX "TurfAssignmentFormer_userId_idx" ON "TurfAssignmentFormer"("userId");

-- AddForeignKey
ALTER TABLE "TurfAssignmentFormer" ADD CONSTRAINT "TurfAssignmentFormer_turfAssignmentId_fkey" FOREIGN KEY ("turfAssignmentId") REFERENCES "TurfAssignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TurfAssignmentFormer" ADD CONSTRAINT "TurfAssignmentFormer_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

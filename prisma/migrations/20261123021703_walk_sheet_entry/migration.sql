-- AlterTable
ALTER TABLE "CanvassVisit" ADD COLUMN     "doorBefore" JSONB,
ADD COLUMN     "walkSheetId" UUID,
ADD COLUMN     "withdrawnAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "WalkSheet" ADD COLUMN     "cutId" UUID,
ALTER COLUMN "turfAssignmentId" DROP NOT NULL;
UPDATE "WalkSheet" s SET "cutId" = t."cutId" FROM "TurfAssignment" t WHERE t."id" = s."turfAssignmentId";
ALTER TABLE "WalkSheet" ALTER COLUMN "cutId" SET NOT NULL;

-- CreateIndex
CREATE INDEX "CanvassVisit_walkSheetId_addressId_idx" ON "CanvassVisit"("walkSheetId", "addressId");

-- CreateIndex
CREATE INDEX "WalkSheet_cutId_idx" ON "WalkSheet"("cutId");

-- AddForeignKey
ALTER TABLE "CanvassVisit" ADD CONSTRAINT "CanvassVisit_walkSheetId_fkey" FOREIGN KEY ("walkSheetId") REFERENCES "WalkSheet"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WalkSheet" ADD CONSTRAINT "WalkSheet_cutId_fkey" FOREIGN KEY ("cutId") REFERENCES "Cut"("id") ON DELETE CASCADE ON UPDATE CASCADE;

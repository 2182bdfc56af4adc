-- AlterTable
ALTER TABLE "TurfAssignment" ADD COLUMN     "filterSettings" JSONB,
ADD COLUMN     "geojson" TEXT,
ADD COLUMN     "splitFromId" UUID;

-- CreateTable
CREATE TABLE "TurfAssignmentDoor" (
    "turfAssignmentId" UUID NOT NULL,
    "addressId" UUID NOT NULL,
    "isOut" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "TurfAssignmentDoor_pkey" PRIMARY KEY ("turfAssignmentId","addressId")
);

-- CreateIndex
CREATE INDEX "TurfAssignmentDoor_addressId_idx" ON "TurfAssignmentDoor"("addressId");

-- CreateIndex
CREATE INDEX "TurfAssignment_splitFromId_idx" ON "TurfAssignment"("splitFromId");

-- AddForeignKey
ALTER TABLE "TurfAssignment" ADD CONSTRAINT "TurfAssignment_splitFromId_fkey" FOREIGN KEY ("splitFromId") REFERENCES "TurfAssignment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TurfAssignmentDoor" ADD CONSTRAINT "TurfAssignmentDoor_turfAssignmentId_fkey" FOREIGN KEY ("turfAssignmentId") REFERENCES "TurfAssignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TurfAssignmentDoor" ADD CONSTRAINT "TurfAssignmentDoor_addressId_fkey" FOREIGN KEY ("addressId") REFERENCES "Address"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot express.

-- Turfs that are out keep the doors they have; one that lies in two of them stays with the first.
INSERT INTO "TurfAssignmentDoor" ("turfAssignmentId", "addressId")
SELECT DISTINCT ON (d."addressId") d."turfAssignmentId", d."addressId" FROM (
  SELECT t."id" AS "turfAssignmentId", a."id" AS "addressId", t."createdAt" FROM "TurfAssignment" t
    JOIN "CutLocation" m ON m."cutId" = t."cutId" JOIN "Location" l ON l."id" = m."locationId" AND l."archivedAt" IS NULL
    JOIN "Address" a ON a."locationId" = m."locationId"
  WHERE t."returnedAt" IS NULL
  UNION ALL
  SELECT t."id", m."addressId", t."createdAt" FROM "TurfAssignment" t JOIN "CutAddress" m ON m."cutId" = t."cutId" WHERE t."returnedAt" IS NULL
) d ORDER BY d."addressId", d."createdAt", d."turfAssignmentId";
UPDATE "TurfAssignment" t SET "geojson" = c."geojson", "filterSettings" = c."filterSettings" FROM "Cut" c WHERE c."id" = t."cutId" AND t."returnedAt" IS NULL;
-- A door, no longer a whole area, is in one pair's hands: a turf may be split, and areas overlap.
DROP INDEX "TurfAssignment_cutId_out_key";
CREATE UNIQUE INDEX "TurfAssignmentDoor_addressId_out_key" ON "TurfAssignmentDoor" ("addressId") WHERE "isOut";

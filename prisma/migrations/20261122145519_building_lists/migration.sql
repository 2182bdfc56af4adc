-- DropIndex
DROP INDEX "Location_lastVisitedAt_idx";

-- CreateTable
CREATE TABLE "LocationDuplicate" (
    "id" UUID NOT NULL,
    "firstId" UUID NOT NULL,
    "secondId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "distanceM" DOUBLE PRECISION NOT NULL,
    "foundAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "dismissedAt" TIMESTAMPTZ(3),
    "dismissedByUserId" UUID,

    CONSTRAINT "LocationDuplicate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LocationBulk" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "status" "ImportStatus" NOT NULL DEFAULT 'QUEUED',
    "changes" JSONB NOT NULL DEFAULT '{}',
    "locationIds" UUID[],
    "done" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "undone" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "startedByUserId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "startedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "LocationBulk_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "LocationDuplicate_secondId_idx" ON "LocationDuplicate"("secondId");

-- CreateIndex
CREATE INDEX "LocationDuplicate_dismissedByUserId_idx" ON "LocationDuplicate"("dismissedByUserId");

-- CreateIndex
CREATE UNIQUE INDEX "LocationDuplicate_firstId_secondId_key" ON "LocationDuplicate"("firstId", "secondId");

-- CreateIndex
CREATE INDEX "LocationBulk_status_idx" ON "LocationBulk"("status");

-- CreateIndex
CREATE INDEX "LocationBulk_startedByUserId_idx" ON "LocationBulk"("startedByUserId");

-- AddForeignKey
ALTER TABLE "LocationDuplicate" ADD CONSTRAINT "LocationDuplicate_firstId_fkey" FOREIGN KEY ("firstId") REFERENCES "Location"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LocationDuplicate" ADD CONSTRAINT "LocationDuplicate_secondId_fkey" FOREIGN KEY ("secondId") REFERENCES "Location"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LocationDuplicate" ADD CONSTRAINT "LocationDuplicate_dismissedByUserId_fkey" FOREIGN KEY ("dismissedByUserId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LocationBulk" ADD CONSTRAINT "LocationBulk_startedByUserId_fkey" FOREIGN KEY ("startedByUserId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What Prisma cannot express. One index for each order of the table, so that a page is walked to and never sorted; equal rows follow by
-- house number, which no import orders by, so that a filter is met soon however the rows came in.
CREATE INDEX "Location_visited_order" ON "Location"((coalesce("lastVisitedAt", TIMESTAMPTZ '-infinity')), coalesce("civicNumber", 0), "id");
CREATE INDEX "Location_confidence_order" ON "Location"((coalesce("geocodeConfidence", -1)), coalesce("civicNumber", 0), "id");
CREATE INDEX "Location_units_order" ON "Location"("totalUnits", coalesce("civicNumber", 0), "id");
-- One for each filter that has none yet; the id at their end is the order of creation.
CREATE INDEX "Location_municipality_created" ON "Location"(split_part("streetKey", '|', 2), "id");
CREATE INDEX "Location_district_created" ON "Location"("federalDistrict", "id");
CREATE INDEX "Location_provider_created" ON "Location"("geocodeProvider", "id");
CREATE INDEX "Location_type_units" ON "Location"("buildingType", "totalUnits", coalesce("civicNumber", 0), "id");
CREATE INDEX "Location_postal_prefix" ON "Location"("postalCode" COLLATE "C", "id");
CREATE INDEX "Location_support1" ON "Location"("id") WHERE "support1Units" > 0;
CREATE INDEX "Location_support2" ON "Location"("id") WHERE "support2Units" > 0;
CREATE INDEX "Location_support3" ON "Location"("id") WHERE "support3Units" > 0;
CREATE INDEX "Location_support4" ON "Location"("id") WHERE "support4Units" > 0;
CREATE INDEX "Location_sign" ON "Location"("id") WHERE "signUnits" > 0;
CREATE INDEX "Address_outcome" ON "Address"("lastOutcome", "locationId") WHERE "lastOutcome" IS NOT NULL;

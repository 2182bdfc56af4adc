-- AlterTable
ALTER TABLE "Location" ADD COLUMN     "geocodeReviewedAt" TIMESTAMPTZ(3),
ADD COLUMN     "signUnits" SMALLINT NOT NULL DEFAULT 0,
ADD COLUMN     "streetKey" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "support1Units" SMALLINT NOT NULL DEFAULT 0,
ADD COLUMN     "support2Units" SMALLINT NOT NULL DEFAULT 0,
ADD COLUMN     "support3Units" SMALLINT NOT NULL DEFAULT 0,
ADD COLUMN     "support4Units" SMALLINT NOT NULL DEFAULT 0,
ADD COLUMN     "visitedUnits" SMALLINT NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Resident" ADD COLUMN     "importRunId" UUID;

-- AlterTable
ALTER TABLE "LocationHistory" ADD COLUMN     "importRunId" UUID;

-- AlterTable
ALTER TABLE "UnplacedAddress" ADD COLUMN     "addrGuid" TEXT,
ADD COLUMN     "externalId" TEXT,
ADD COLUMN     "locGuid" TEXT,
ADD COLUMN     "source" TEXT;

-- AlterTable
ALTER TABLE "ImportRun" ADD COLUMN     "isComparison" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "undo" JSONB;

-- AlterTable
ALTER TABLE "MapTileCount" DROP CONSTRAINT "MapTileCount_pkey",
DROP COLUMN "count",
DROP COLUMN "dimension",
DROP COLUMN "value",
ADD COLUMN     "buildings" INTEGER NOT NULL,
ADD COLUMN     "doors" INTEGER NOT NULL,
ADD COLUMN     "latitude" DOUBLE PRECISION NOT NULL,
ADD COLUMN     "longitude" DOUBLE PRECISION NOT NULL,
ADD COLUMN     "signs" INTEGER NOT NULL,
ADD COLUMN     "support1" INTEGER NOT NULL,
ADD COLUMN     "support2" INTEGER NOT NULL,
ADD COLUMN     "support3" INTEGER NOT NULL,
ADD COLUMN     "support4" INTEGER NOT NULL,
ADD COLUMN     "visited" INTEGER NOT NULL,
ADD CONSTRAINT "MapTileCount_pkey" PRIMARY KEY ("zoom", "cell");

-- CreateTable
CREATE TABLE "MapLineCell" (
    "cell" BIGINT NOT NULL,
    "lineId" UUID NOT NULL,

    CONSTRAINT "MapLineCell_pkey" PRIMARY KEY ("cell","lineId")
);

-- CreateTable
CREATE TABLE "ImportKept" (
    "id" UUID NOT NULL,
    "importRunId" UUID NOT NULL,
    "locationId" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "ImportKept_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportLocation" (
    "importRunId" UUID NOT NULL,
    "locGuid" TEXT NOT NULL,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "isBlockFace" BOOLEAN NOT NULL DEFAULT false,
    "federalDistrict" TEXT,
    "federalDistrictFr" TEXT,
    "censusSubdivision" TEXT,

    CONSTRAINT "ImportLocation_pkey" PRIMARY KEY ("importRunId","locGuid")
);

-- CreateTable
CREATE TABLE "ImportPreset" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "headers" TEXT,
    "options" JSONB NOT NULL,
    "createdByUserId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "usedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ImportPreset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UnmatchedPerson" (
    "id" UUID NOT NULL,
    "importRunId" UUID NOT NULL,
    "rowNumber" INTEGER NOT NULL,
    "person" JSONB NOT NULL,
    "address" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "candidates" JSONB NOT NULL DEFAULT '[]',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolvedAt" TIMESTAMPTZ(3),
    "resolvedAddressId" UUID,

    CONSTRAINT "UnmatchedPerson_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Street" (
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "municipality" TEXT NOT NULL,
    "province" TEXT NOT NULL,

    CONSTRAINT "Street_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "MapTileDelta" (
    "id" BIGSERIAL NOT NULL,
    "cell" BIGINT NOT NULL,
    "buildings" INTEGER NOT NULL,
    "doors" INTEGER NOT NULL,
    "visited" INTEGER NOT NULL,
    "signs" INTEGER NOT NULL,
    "support1" INTEGER NOT NULL,
    "support2" INTEGER NOT NULL,
    "support3" INTEGER NOT NULL,
    "support4" INTEGER NOT NULL,
    "latitude" DOUBLE PRECISION NOT NULL,
    "longitude" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "MapTileDelta_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GeocodeCache" (
    "key" TEXT NOT NULL,
    "provider" "GeocodeProvider" NOT NULL,
    "answer" JSONB NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "GeocodeCache_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "GeocodeTally" (
    "day" DATE NOT NULL,
    "provider" "GeocodeProvider" NOT NULL,
    "asked" INTEGER NOT NULL DEFAULT 0,
    "found" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "sureness" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "GeocodeTally_pkey" PRIMARY KEY ("day","provider")
);

-- CreateTable
CREATE TABLE "GeocodeRun" (
    "id" UUID NOT NULL,
    "status" "ImportStatus" NOT NULL DEFAULT 'QUEUED',
    "options" JSONB NOT NULL DEFAULT '{}',
    "checkpoint" UUID,
    "total" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "found" INTEGER NOT NULL DEFAULT 0,
    "weak" INTEGER NOT NULL DEFAULT 0,
    "missed" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "startedByUserId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "startedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "GeocodeRun_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "MapLineCell_lineId_idx" ON "MapLineCell"("lineId");

-- CreateIndex
CREATE INDEX "ImportKept_importRunId_idx" ON "ImportKept"("importRunId");

-- CreateIndex
CREATE INDEX "ImportPreset_createdByUserId_idx" ON "ImportPreset"("createdByUserId");

-- CreateIndex
CREATE UNIQUE INDEX "ImportPreset_kind_name_key" ON "ImportPreset"("kind", "name");

-- CreateIndex
CREATE INDEX "UnmatchedPerson_importRunId_rowNumber_idx" ON "UnmatchedPerson"("importRunId", "rowNumber");

-- CreateIndex
CREATE INDEX "UnmatchedPerson_resolvedAt_createdAt_idx" ON "UnmatchedPerson"("resolvedAt", "createdAt");

-- CreateIndex
CREATE INDEX "Street_name_idx" ON "Street"("name");

-- CreateIndex
CREATE INDEX "Street_municipality_province_idx" ON "Street"("municipality", "province");

-- CreateIndex
CREATE INDEX "GeocodeCache_expiresAt_idx" ON "GeocodeCache"("expiresAt");

-- CreateIndex
CREATE INDEX "GeocodeRun_status_idx" ON "GeocodeRun"("status");

-- CreateIndex
CREATE INDEX "GeocodeRun_startedByUserId_idx" ON "GeocodeRun"("startedByUserId");

-- CreateIndex
CREATE INDEX "Location_streetKey_civicNumber_idx" ON "Location"("streetKey", "civicNumber");

-- CreateIndex
CREATE INDEX "Resident_importRunId_idx" ON "Resident"("importRunId");

-- CreateIndex
CREATE UNIQUE INDEX "UnplacedAddress_addrGuid_key" ON "UnplacedAddress"("addrGuid");

-- CreateIndex
CREATE UNIQUE INDEX "UnplacedAddress_source_externalId_key" ON "UnplacedAddress"("source", "externalId");

-- AddForeignKey
ALTER TABLE "Resident" ADD CONSTRAINT "Resident_importRunId_fkey" FOREIGN KEY ("importRunId") REFERENCES "ImportRun"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MapLineCell" ADD CONSTRAINT "MapLineCell_lineId_fkey" FOREIGN KEY ("lineId") REFERENCES "MapLine"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportKept" ADD CONSTRAINT "ImportKept_importRunId_fkey" FOREIGN KEY ("importRunId") REFERENCES "ImportRun"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportPreset" ADD CONSTRAINT "ImportPreset_createdByUserId_fkey" FOREIGN KEY ("createdByUserId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnmatchedPerson" ADD CONSTRAINT "UnmatchedPerson_importRunId_fkey" FOREIGN KEY ("importRunId") REFERENCES "ImportRun"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GeocodeRun" ADD CONSTRAINT "GeocodeRun_startedByUserId_fkey" FOREIGN KEY ("startedByUserId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

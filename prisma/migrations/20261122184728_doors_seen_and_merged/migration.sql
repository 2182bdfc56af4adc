-- CreateTable
CREATE TABLE "ImportSeen" (
    "importRunId" UUID NOT NULL,
    "addressId" UUID NOT NULL,

    CONSTRAINT "ImportSeen_pkey" PRIMARY KEY ("importRunId","addressId")
);

-- CreateTable
CREATE TABLE "MergedDoor" (
    "id" UUID NOT NULL,
    "addressId" UUID NOT NULL,
    "addrGuid" TEXT,
    "externalId" TEXT,
    "source" TEXT,

    CONSTRAINT "MergedDoor_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "MergedDoor_addressId_idx" ON "MergedDoor"("addressId");

-- CreateIndex
CREATE INDEX "MergedDoor_addrGuid_idx" ON "MergedDoor"("addrGuid");

-- CreateIndex
CREATE INDEX "MergedDoor_externalId_idx" ON "MergedDoor"("externalId");

-- Rebuilt from the file when the server crashes: nothing it holds is needed afterwards.
ALTER TABLE "ImportSeen" SET UNLOGGED;

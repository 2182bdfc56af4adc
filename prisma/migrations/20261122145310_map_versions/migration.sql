-- AlterTable
ALTER TABLE "MapLine" ADD COLUMN     "class" TEXT NOT NULL DEFAULT 'minor';

-- AlterTable
ALTER TABLE "MapLineCell" ADD COLUMN     "fromZoom" SMALLINT NOT NULL DEFAULT 13;

-- AlterTable
ALTER TABLE "MapSettings" ADD COLUMN     "basemapFileKey" TEXT;

-- CreateTable
CREATE TABLE "MapVersion" (
    "topic" TEXT NOT NULL,
    "version" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "MapVersion_pkey" PRIMARY KEY ("topic")
);

-- CreateIndex
CREATE INDEX "MapLineCell_fromZoom_cell_idx" ON "MapLineCell"("fromZoom", "cell");

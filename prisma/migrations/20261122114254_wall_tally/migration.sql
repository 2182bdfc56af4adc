-- CreateTable
CREATE TABLE "WallTally" (
    "campaignId" UUID NOT NULL,
    "personKey" TEXT NOT NULL,
    "level" "GovernmentLevel" NOT NULL,
    "type" "ResponseType" NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT,
    "shown" INTEGER NOT NULL DEFAULT 0,
    "confirmed" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "WallTally_pkey" PRIMARY KEY ("campaignId","personKey","level","type")
);

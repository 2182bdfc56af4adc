-- CreateTable
CREATE TABLE "GeocoderConfig" (
    "provider" "GeocodeProvider" NOT NULL,
    "position" INTEGER NOT NULL,
    "isEnabled" BOOLEAN NOT NULL DEFAULT false,
    "baseUrl" TEXT,
    "keySealed" TEXT,
    "perMinute" INTEGER NOT NULL,
    "perDay" INTEGER,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "restUntil" TIMESTAMPTZ(3),
    "lastError" TEXT,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "GeocoderConfig_pkey" PRIMARY KEY ("provider")
);

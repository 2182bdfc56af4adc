-- CreateTable
CREATE TABLE "InboundState" (
    "id" TEXT NOT NULL DEFAULT 'default',
    "lastOkAt" TIMESTAMPTZ(3),
    "lastMailAt" TIMESTAMPTZ(3),
    "lastErrorAt" TIMESTAMPTZ(3),
    "lastError" TEXT,

    CONSTRAINT "InboundState_pkey" PRIMARY KEY ("id")
);

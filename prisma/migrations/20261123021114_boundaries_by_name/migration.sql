-- AlterTable
ALTER TABLE "Boundary" ADD COLUMN     "credit" TEXT,
ADD COLUMN     "domain" TEXT,
ADD COLUMN     "fetchedAt" TIMESTAMPTZ(3),
ADD COLUMN     "isSimplified" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "licenceUrl" TEXT,
ADD COLUMN     "setName" TEXT;

-- AlterTable
ALTER TABLE "CanvassSession" ADD COLUMN     "heardAt" TIMESTAMPTZ(3),
ADD COLUMN     "unsentCount" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Shift" ADD COLUMN     "closeReason" TEXT;

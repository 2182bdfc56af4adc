-- AlterTable
ALTER TABLE "OfficeHolder" ADD COLUMN     "photoKey" TEXT;

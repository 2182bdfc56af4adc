-- AlterTable
ALTER TABLE "MapSettings" ADD COLUMN     "registerUrl" TEXT;


-- Held only while an import runs and read again from its files after a crash: not worth a log.
ALTER TABLE "ImportLocation" SET UNLOGGED;

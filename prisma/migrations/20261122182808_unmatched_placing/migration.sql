-- AlterTable
ALTER TABLE "UnmatchedPerson" ADD COLUMN     "placing" JSONB;

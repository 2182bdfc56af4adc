-- CreateEnum
CREATE TYPE "SignupCallOutcome" AS ENUM ('COMING', 'CANNOT', 'NO_ANSWER', 'WRONG_NUMBER');

-- AlterTable
ALTER TABLE "ShiftSignup" ADD COLUMN     "callCount" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "callNote" TEXT,
ADD COLUMN     "callOutcome" "SignupCallOutcome",
ADD COLUMN     "calledAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "ResponseUpvote" ADD COLUMN     "withdrawnAt" TIMESTAMPTZ(3);

-- What Prisma cannot express: those of one response are found again without reading the others.
CREATE INDEX "ResponseUpvote_withdrawn_idx" ON "ResponseUpvote" ("responseId") WHERE "withdrawnAt" IS NOT NULL;

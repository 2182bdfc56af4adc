-- AlterEnum
ALTER TYPE "ResponseChangeKind" ADD VALUE 'UPVOTES_TAKEN_OFF';
ALTER TYPE "ResponseChangeKind" ADD VALUE 'UPVOTES_PUT_BACK';

-- AlterTable
ALTER TABLE "RepresentativeResponse" ADD COLUMN     "screenshotUnread" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "ResponseUpvote" ADD COLUMN     "takenOffBy" UUID;

-- What Prisma cannot express: many upvotes of one response from one address, and those taken off, are found without reading the rest.
CREATE INDEX "ResponseUpvote_address_idx" ON "ResponseUpvote" ("responseId", "ipHash", "createdAt")
  WHERE "ipHash" IS NOT NULL AND "takenOffBy" IS NULL;
CREATE INDEX "ResponseUpvote_taken_off_idx" ON "ResponseUpvote" ("responseId", "takenOffBy") WHERE "takenOffBy" IS NOT NULL;

-- A turf is out with one pair at a time.
CREATE UNIQUE INDEX "TurfAssignment_cutId_out_key" ON "TurfAssignment" ("cutId") WHERE "handedOutAt" IS NOT NULL AND "returnedAt" IS NULL;

-- One primary resident at a door; Address keeps that person's fields.
CREATE UNIQUE INDEX "Resident_addressId_primary_key" ON "Resident" ("addressId") WHERE "isPrimary";

-- What is due, without reading what is done.
CREATE INDEX "Outbox_due_idx" ON "Outbox" ("availableAt") WHERE "dispatchedAt" IS NULL;
CREATE INDEX "CampaignEmail_due_idx" ON "CampaignEmail" ("nextAttemptAt", "createdAt") WHERE "status" IN ('QUEUED', 'SENDING');
CREATE INDEX "TemplateMail_due_idx" ON "TemplateMail" ("nextAttemptAt", "createdAt") WHERE "status" IN ('QUEUED', 'SENDING');

-- Two spellings of one e-mail address must not become two accounts, whatever writes them.
ALTER TABLE "User" ADD CONSTRAINT "User_email_lower_check" CHECK ("email" = lower("email"));

-- A crash forgets the windows of the limiter, which costs nothing and saves the write-ahead log.
ALTER TABLE "RateLimit" SET UNLOGGED;

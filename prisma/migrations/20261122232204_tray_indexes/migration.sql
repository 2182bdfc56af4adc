-- The tray counts what lies there by file and reason: one index for each of its three lists, so that no row is read.
CREATE INDEX "UnplacedAddress_waiting_idx" ON "UnplacedAddress" ("importRunId", "reason") WHERE "resolvedAt" IS NULL;
CREATE INDEX "UnplacedAddress_aside_idx" ON "UnplacedAddress" ("importRunId", "reason") WHERE "resolvedAt" IS NOT NULL AND "resolvedLocationId" IS NULL;
CREATE INDEX "UnplacedAddress_placed_idx" ON "UnplacedAddress" ("importRunId", "reason") WHERE "resolvedAt" IS NOT NULL AND "resolvedLocationId" IS NOT NULL;
-- Rows that wait, in the order of their files.
CREATE INDEX "UnplacedAddress_order_idx" ON "UnplacedAddress" ("id") WHERE "resolvedAt" IS NULL;

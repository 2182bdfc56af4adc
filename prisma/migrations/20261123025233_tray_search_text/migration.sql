-- The tray is searched by any part of an address, accents aside: kept ready, because making it of a hundred thousand rows takes a second.
-- Cut off where an index could not hold it any more.
ALTER TABLE "UnplacedAddress" ADD COLUMN "searchText" TEXT NOT NULL GENERATED ALWAYS AS (
  left(translate(lower("address" || ' ' || coalesce("unitNumber", '') || ' ' || coalesce("municipality", '') || ' ' || coalesce("province", '') || ' ' || coalesce("postalCode", '')),
    'ÀÂÄÁÃÉÈÊËÍÌÎÏÓÒÔÖÕÚÙÛÜÇÑŸàâäáãéèêëíìîïóòôöõúùûüçñÿ', 'aaaaaeeeeiiiiooooouuuucnyaaaaaeeeeiiiiooooouuuucny'), 600)) STORED;

-- One narrow list for each state, in its order, so that a search reads neither rows nor what they brought along.
DROP INDEX "UnplacedAddress_order_idx";
CREATE INDEX "UnplacedAddress_waiting_order_idx" ON "UnplacedAddress" ("id") INCLUDE ("searchText", "importRunId", "reason") WHERE "resolvedAt" IS NULL;
CREATE INDEX "UnplacedAddress_aside_order_idx" ON "UnplacedAddress" ("resolvedAt", "id") INCLUDE ("searchText", "importRunId", "reason")
  WHERE "resolvedAt" IS NOT NULL AND "resolvedLocationId" IS NULL;
CREATE INDEX "UnplacedAddress_placed_order_idx" ON "UnplacedAddress" ("resolvedAt", "id") INCLUDE ("searchText", "importRunId", "reason")
  WHERE "resolvedAt" IS NOT NULL AND "resolvedLocationId" IS NOT NULL;

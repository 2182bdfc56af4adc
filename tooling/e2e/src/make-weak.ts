import path from "node:path";
import { createDb, findEmbeddedPostgres } from "@cml/db";
import type { House } from "./house";

/** As if these buildings had been placed by a geocoder that was not sure, some way off; the first the least. */
export const makeWeak = async (house: House, addresses: readonly string[]): Promise<void> => {
  const url = findEmbeddedPostgres(path.join(house.dataDir, "postgres"));
  if (url === null) throw new Error("the house has no database of its own");
  const db = createDb(url, { max: 1, mediaMax: 1 });
  try {
    for (const [index, address] of addresses.entries()) {
      await db.pool.query(
        `UPDATE "Location" SET "latitude" = "latitude" + 0.0015, "longitude" = "longitude" + 0.001, "geocodeConfidence" = $2, "geocodeProvider" = 'NOMINATIM'
         WHERE "address" = $1`,
        [address, 40 + index * 10],
      );
    }
  } finally {
    await db.close();
  }
};

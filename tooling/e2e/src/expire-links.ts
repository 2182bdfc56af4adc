import path from "node:path";
import { createDb, findEmbeddedPostgres } from "@cml/db";
import type { House } from "./house";

/** As if everything that waits for a mailed link of the wall had waited too long; nothing is swept away. */
export const expireLinks = async (house: House): Promise<void> => {
  const url = findEmbeddedPostgres(path.join(house.dataDir, "postgres"));
  if (url === null) throw new Error("the house has no database of its own");
  const db = createDb(url, { max: 1, mediaMax: 1 });
  try {
    await db.pool.query(`UPDATE "PendingUpvote" SET "expiresAt" = now() - interval '1 minute'`);
    await db.pool.query(`UPDATE "EmailVerification" SET "expiresAt" = now() - interval '1 minute' WHERE "purpose" = 'RESPONSE'`);
    await db.pool.query(
      `UPDATE "RepresentativeResponse" SET "verificationEndsAt" = now() - interval '1 minute' WHERE "verificationEndsAt" IS NOT NULL`,
    );
  } finally {
    await db.close();
  }
};

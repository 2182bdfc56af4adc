import path from "node:path";
import { createDb, findEmbeddedPostgres } from "@cml/db";
import { insertOutboxRows } from "@cml/db/platform";
import { expect } from "vitest";
import type { House } from "./house";

/** As if the letters of a campaign had left so many days ago; those whose question is due are asked now. */
export const ageLetters = async (house: House, { campaignId, days }: { campaignId: string; days: number }): Promise<void> => {
  const url = findEmbeddedPostgres(path.join(house.dataDir, "postgres"));
  if (url === null) throw new Error("the house has no database of its own");
  const db = createDb(url, { max: 1, mediaMax: 1 });
  try {
    const left = `SELECT count(*) FILTER (WHERE "status" <> 'SENT')::int AS "n" FROM "CampaignEmail" WHERE "campaignId" = $1`;
    const waiting = async () => (await db.pool.query<{ n: number }>(left, [campaignId])).rows[0]?.n;
    await expect.poll(waiting, { message: "letters that have not left", timeout: 60_000 }).toBe(0);
    const age = `${String(days)} days`;
    await db.pool.query(
      `UPDATE "CampaignEmail" SET "sentAt" = "sentAt" - $2::interval, "createdAt" = "createdAt" - $2::interval WHERE "campaignId" = $1`,
      [campaignId, age],
    );
    await db.pool.query(
      `UPDATE "FollowUp" SET "firstDueAt" = "firstDueAt" - $2::interval, "secondDueAt" = "secondDueAt" - $2::interval,
         "firstSentAt" = "firstSentAt" - $2::interval WHERE "campaignId" = $1`,
      [campaignId, age],
    );
    // The server asks every hour.
    const now = new Date();
    const id = crypto.randomUUID();
    const payload = { job: {}, jobId: `aged-${id}` };
    await insertOutboxRows(db, [{ id, topic: "influence.ask-what-became", payload, createdAt: now, availableAt: now }]);
  } finally {
    await db.close();
  }
};

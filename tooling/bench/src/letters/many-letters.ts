import path from "node:path";
import { createDb, migrate, type RootDb, startEmbeddedPostgres } from "@cml/db";
import { aCampaign } from "@cml/testing/factories";
import { administratorEnv, signIn } from "../administrator";
import type { Figure } from "../figure";
import { type Client, openClient } from "../http-client";
import { startProduct } from "../product";
import { withFolder } from "../running";

export const letters = 1_000_000;

export type House = { client: Client; headers: Record<string, string>; /** The campaign with the most letters. */ campaignId: string };

/** The product with a million letters in so many campaigns, and somebody signed in who may see them all. */
export const withManyLetters = (campaigns: number, measure: (house: House) => Promise<Figure[]>): Promise<Figure[]> =>
  withFolder("many-letters", async (folder) => {
    // Written in one go and only read from then on, so nothing needs to survive a power cut.
    const postgres = await startEmbeddedPostgres({ folder: path.join(folder, "postgres"), durable: false });
    try {
      const campaignId = await fill(postgres.url, campaigns);
      const product = await startProduct(postgres.url, path.join(folder, "data"), administratorEnv);
      const client = openClient(product.url, 1);
      try {
        return await measure({ client, headers: await signIn(client), campaignId });
      } finally {
        client.close();
        await product.stop();
      }
    } finally {
      await postgres.stop();
    }
  });

const fill = async (url: string, campaigns: number): Promise<string> => {
  await migrate(url);
  const db = createDb(url);
  try {
    let newest = "";
    for (let n = 0; n < campaigns; n += 1)
      ({ id: newest } = await aCampaign(db, { title: `Safe streets ${n}`, status: n % 4 === 0 ? "PAUSED" : "ACTIVE" }));
    await writeLetters(db, campaigns);
    await db.pool.query("ANALYZE");
    return newest;
  } finally {
    await db.close();
  }
};

/** A million letters of every state over some months; the newest campaign has the most, as in life. */
const writeLetters = async ({ pool }: RootDb, campaigns: number): Promise<void> => {
  await pool.query(
    `INSERT INTO "CampaignEmail" ("id", "campaignId", "campaignSlug", "userEmail", "userName", "userPostalCode", "recipientEmail",
       "recipientName", "recipientKey", "recipientLevel", "emailMethod", "subject", "message", "status", "createdAt", "sentAt", "submissionId",
       "onceKey", "source", "editedShare")
     SELECT gen_random_uuid(), c."id", c."slug", 'supporter-' || n || '@example.com', 'Supporter ' || n, 'V5K0A1',
       'member-' || n % 300 || '@example.org', 'Member ' || n % 300, 'member-' || n % 300, 'FEDERAL', 'SMTP', 'Safe streets',
       'Please make our streets safe.',
       (ARRAY['SENT', 'SENT', 'SENT', 'SENT', 'FAILED', 'QUEUED', 'CLICKED', 'CANCELLED']::"CampaignEmailStatus"[])[1 + n % 8],
       now() - n * interval '10 seconds', now() - n * interval '10 seconds', gen_random_uuid(), 'bench-' || n, CASE n % 3 WHEN 0 THEN 'flyer' END,
       CASE n % 5 WHEN 0 THEN 0.4 END
     FROM generate_series(1, $1::int) AS n
     JOIN (SELECT "id", "slug", row_number() OVER (ORDER BY "createdAt" DESC) - 1 AS place FROM "Campaign") c
       ON c.place = CASE WHEN n % 2 = 0 THEN 0 ELSE n % $2 END`,
    [letters, campaigns],
  );
  await pool.query(
    `UPDATE "Campaign" c SET "emailCount" = t.n FROM (SELECT "campaignId", count(*)::int AS n FROM "CampaignEmail" GROUP BY 1) t
     WHERE t."campaignId" = c."id"`,
  );
};

/** The 95th percentile of so many requests, best of some rounds: a machine that pauses for itself should not decide. */
export const bestOf = async (rounds: number, measure: () => Promise<number>): Promise<number> => {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) best = Math.min(best, await measure());
  return best;
};

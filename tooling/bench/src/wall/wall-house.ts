import path from "node:path";
import { createDb, migrate, type RootDb, startEmbeddedPostgres } from "@cml/db";
import type { Campaign } from "@cml/domain/influence";
import { aCampaign } from "@cml/testing/factories";
import { administratorEnv } from "../administrator";
import { type Client, openClient } from "../http-client";
import { startProduct } from "../product";
import { withFolder } from "../running";

export type WallHouse = { db: RootDb; client: Client; url: string; campaign: Campaign };

/** The product as in production with one campaign that has a wall of so many responses, and a client of so many connections. */
export const withWall = <T>(responses: number, connections: number, work: (house: WallHouse) => Promise<T>): Promise<T> =>
  withFolder("wall", async (folder) => {
    const undo: (() => unknown)[] = [];
    try {
      const postgres = await startEmbeddedPostgres({ folder: path.join(folder, "postgres") });
      undo.push(postgres.stop);
      await migrate(postgres.url);
      const db = createDb(postgres.url);
      undo.push(db.close);
      const campaign = await aCampaign(db, { showResponseWall: true });
      await writeResponses(db, campaign, responses);
      const product = await startProduct(postgres.url, path.join(folder, "data"), { ...administratorEnv, TRUST_PROXY: "loopback" });
      undo.push(product.stop);
      const client = openClient(product.url, connections);
      undo.push(client.close);
      return await work({ db, client, url: product.url, campaign });
    } finally {
      for (const step of undo.reverse()) await step();
    }
  });

/**
 * As life has it: a third is about ten well-known people, some were typed by hand, most came by mail, school boards hardly ever
 * meet, one in ten is confirmed, upvotes are few for most and thousands for some. Besides, one in nine waits or was refused.
 */
const writeResponses = async ({ pool }: RootDb, { id, slug }: Campaign, count: number): Promise<void> => {
  await pool.query(
    `INSERT INTO "RepresentativeResponse" ("id", "campaignId", "campaignSlug", "representativeName", "representativeTitle",
       "representativeLevel", "recipientKey", "responseType", "responseText", "shownText", "submittedByName", "status", "confirmedAt",
       "isVerified", "verifiedAt", "upvoteCount", "createdAt", "updatedAt")
     SELECT gen_random_uuid(), $1, $2, 'Member ' || person, 'Member', level, CASE WHEN person % 20 <> 19 THEN level || '|member' || person || '|' END,
       CASE WHEN level = 'SCHOOL_BOARD' AND n % 1000 <> 0 THEN 'EMAIL' ELSE (ARRAY['EMAIL', 'EMAIL', 'EMAIL', 'LETTER', 'PHONE_CALL', 'MEETING', 'SOCIAL_MEDIA', 'OTHER'])[1 + n % 8] END::"ResponseType",
       repeat('Thank you for writing to me about your street. ', 12), repeat('Thank you for writing to me about your street. ', 12),
       'Supporter ' || n, 'APPROVED', now(), n % 10 = 0, CASE WHEN n % 10 = 0 THEN now() END, (power(random(), 8) * 5000)::int,
       date_trunc('second', now()) - n * interval '7 seconds', now()
     FROM (
       SELECT n, person, (ARRAY['FEDERAL', 'FEDERAL', 'PROVINCIAL', 'MUNICIPAL', 'MUNICIPAL', 'MUNICIPAL', 'SCHOOL_BOARD'])[1 + person % 7]::"GovernmentLevel" AS level
       FROM (SELECT n, CASE WHEN n % 3 = 0 THEN n % 10 ELSE (n * 7919) % 400 END AS person FROM generate_series(1, $3::int) AS n) people
     ) rows`,
    [id, slug, count],
  );
  await pool.query(
    `INSERT INTO "RepresentativeResponse" ("id", "campaignId", "campaignSlug", "representativeName", "representativeLevel", "responseType",
       "responseText", "status", "confirmedAt", "createdAt", "updatedAt")
     SELECT gen_random_uuid(), $1, $2, 'Member ' || n % 400, 'FEDERAL', 'EMAIL',
       n || ': ' || repeat('Thank you for writing to me about your street. ', 12), (ARRAY['PENDING', 'REJECTED'])[1 + n % 2]::"ResponseStatus",
       now(), now() - n * interval '11 seconds', now()
     FROM generate_series(1, $3::int) AS n`,
    [id, slug, Math.floor(count / 8)],
  );
  // As the database does by itself soon after so many new rows.
  await pool.query("VACUUM (ANALYZE)");
};

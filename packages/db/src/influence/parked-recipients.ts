import { type ParkedRecipient, parkedRecipientSchema } from "@cml/domain/influence";
import type { Db } from "../client";

export type Refusal = { email: string; name: string | null; words: string; now: Date; parkAt: number };

/** Counts a refusal of one address since its last accepted letter, and parks it at the given number. True when it is parked by this. */
export const countRefusal = async (db: Db, { email, name, words, now, parkAt }: Refusal): Promise<boolean> => {
  const { rows } = await db.pool.query<{ parked: boolean }>(
    `INSERT INTO "ParkedRecipient" AS p ("id", "email", "name", "refusals", "lastResponse", "parkedAt", "updatedAt")
     VALUES (gen_random_uuid(), lower($1), $2, 1, $3, CASE WHEN $5 <= 1 THEN $4::timestamptz END, $4)
     ON CONFLICT ("email") DO UPDATE SET
       "refusals" = p."refusals" + 1, "lastResponse" = excluded."lastResponse", "name" = coalesce(excluded."name", p."name"),
       "parkedAt" = coalesce(p."parkedAt", CASE WHEN p."refusals" + 1 >= $5 THEN $4::timestamptz END), "updatedAt" = $4
     RETURNING "parkedAt" = $4::timestamptz AS parked`,
    [email, name, words, now, parkAt],
  );
  return rows[0]?.parked === true;
};

/** Addresses that are parked, newest first, each with the letters that wait for it. */
export const listParkedRecipients = async (db: Db, { atMost }: { atMost: number }): Promise<ParkedRecipient[]> => {
  const { rows } = await db.pool.query(
    `SELECT p."id", p."email", p."name", p."refusals", p."lastResponse", p."parkedAt", (
       SELECT count(*)::int FROM "CampaignEmail" e WHERE e."recipientEmail" = p."email" AND e."status" = 'QUEUED'
     ) AS waiting
     FROM "ParkedRecipient" p WHERE p."parkedAt" IS NOT NULL ORDER BY p."parkedAt" DESC LIMIT $1`,
    [atMost],
  );
  return rows.map((row) => parkedRecipientSchema.parse(row));
};

/** Lets letters to an address leave again, with its refusals forgotten. Its address, or null when it is not parked. */
export const releaseParkedRecipient = async (db: Db, id: string): Promise<string | null> => {
  const { rows } = await db.pool.query<{ email: string }>(
    `DELETE FROM "ParkedRecipient" WHERE "id" = $1 AND "parkedAt" IS NOT NULL RETURNING "email"`,
    [id],
  );
  return rows[0]?.email ?? null;
};

/** The address of a parked recipient, or null. */
export const findParkedRecipient = async (db: Db, id: string): Promise<string | null> => {
  const row = await db.prisma.parkedRecipient.findUnique({ where: { id } });
  return row?.parkedAt == null ? null : row.email;
};

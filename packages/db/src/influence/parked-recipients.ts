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

/** Null: letters of every campaign; otherwise of this owner's campaigns only. */
type OwnerScope = { ownerId: string | null };

// Somebody with campaigns of her own is told of the addresses that her own letters wait for, and of no others.
const parkedInScope = `FROM "ParkedRecipient" p CROSS JOIN LATERAL (
    SELECT count(*)::int AS n FROM "CampaignEmail" e WHERE e."recipientEmail" = p."email" AND e."status" = 'QUEUED'
      AND ($1::uuid IS NULL OR e."campaignId" IN (SELECT "id" FROM "Campaign" WHERE "createdByUserId" = $1))
  ) w
  WHERE p."parkedAt" IS NOT NULL AND ($1::uuid IS NULL OR w.n > 0)`;

/** Addresses that are parked, newest first, each with the letters that wait for it. */
export const listParkedRecipients = async (db: Db, { ownerId, atMost }: OwnerScope & { atMost: number }): Promise<ParkedRecipient[]> => {
  const { rows } = await db.pool.query(
    `SELECT p."id", p."email", p."name", p."refusals", p."lastResponse", p."parkedAt", w.n AS waiting ${parkedInScope}
     ORDER BY p."parkedAt" DESC LIMIT $2`,
    [ownerId, atMost],
  );
  return rows.map((row) => parkedRecipientSchema.parse(row));
};

/** How many addresses that list would hold. */
export const countParkedRecipients = async (db: Db, { ownerId }: OwnerScope): Promise<number> =>
  (await db.pool.query<{ n: number }>(`SELECT count(*)::int AS n ${parkedInScope}`, [ownerId])).rows[0]?.n ?? 0;

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
  return row === null || row.parkedAt === null ? null : row.email;
};

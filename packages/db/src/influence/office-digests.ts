import { type Letter, letterSchema, type OfficeAccess, officeAccessSchema } from "@cml/domain/influence";
import type { Db } from "../client";
import { rawTransaction } from "../transaction";
import { campaignHoldSql, digestHold, houseSql, letterHoldSql, localTimeSql, parkedSql } from "./letter-hold-sql";
import type { Claim } from "./letter-sending";

/** An office that gets one mail a week, and an address of its waiting letters (an office that moved may have two). */
export type DigestInWaiting = { office: OfficeAccess; recipientEmail: string };

const waits = `e."status" = 'QUEUED' AND e."emailMethod" = 'SMTP' AND NOT e."isTest"`;

export const listDigestsInWaiting = async (db: Db): Promise<DigestInWaiting[]> => {
  const { rows } = await db.pool.query<{ recipientEmail: string }>(
    `SELECT o.*, w."recipientEmail" FROM "OfficeAccess" o CROSS JOIN LATERAL (
       SELECT DISTINCT e."recipientEmail" FROM "CampaignEmail" e
       WHERE e."campaignId" = o."campaignId" AND e."recipientKey" = o."recipientKey" AND ${waits}
     ) w WHERE o."digest" ORDER BY o."id"`,
  );
  return rows.map((row) => ({ office: officeAccessSchema.parse(row), recipientEmail: row.recipientEmail }));
};

export type DigestClaim = { office: OfficeAccess; recipientEmail: string; digestId: string; now: Date; atMost: number };
export type DigestLetter = { letter: Letter; claim: Claim };

// The same questions as for a letter on its own: what waits for more than the week's mail stays.
const claimSql = `WITH ${houseSql}, camp AS (
    SELECT c."id", ${campaignHoldSql} AS hold, c."recipientTotal" - (
      SELECT count(*) FROM "CampaignEmail" x WHERE c."recipientTotal" IS NOT NULL AND x."campaignId" = c."id" AND x."recipientEmail" = $4
        AND x."status" IN ('SENDING', 'SENT', 'UNCERTAIN')
    ) AS room
    FROM "Campaign" c CROSS JOIN house ${localTimeSql} WHERE c."id" = $2
  ), seen AS (
    SELECT e."id" FROM "CampaignEmail" e CROSS JOIN has JOIN camp ON camp."id" = e."campaignId"
    WHERE e."campaignId" = $2 AND e."recipientKey" = $3 AND e."recipientEmail" = $4 AND ${waits}
      AND (e."nextAttemptAt" IS NULL OR e."nextAttemptAt" <= $1)
      AND camp.hold IS NULL AND ${letterHoldSql} = '${digestHold}' AND NOT ${parkedSql("$4")}
    ORDER BY e."createdAt", e."id" LIMIT least($5, (SELECT greatest(0, coalesce(room, $5)) FROM camp))
  )
  UPDATE "CampaignEmail" e SET "status" = 'SENDING', "claimedBy" = gen_random_uuid()::text, "claimedAt" = $1, "handOverStartedAt" = NULL,
         "attempts" = e."attempts" + 1, "smtpResponse" = NULL, "heldReason" = NULL, "queuedAt" = $1, "digestId" = $6
  FROM seen WHERE e."id" = seen."id" AND e."status" = 'QUEUED'
  RETURNING e.*`;

/** Takes waiting letters of one office for one mail, the oldest first. */
export const claimDigest = async (db: Db, { office, recipientEmail, digestId, now, atMost }: DigestClaim): Promise<DigestLetter[]> => {
  const values = [now, office.campaignId, office.recipientKey, recipientEmail, atMost, digestId];
  const { rows } = await db.pool.query<{ id: string; claimedBy: string; createdAt: Date }>(claimSql, values);
  return rows
    .map((row) => ({ letter: letterSchema.parse(row), claim: { id: row.id, token: row.claimedBy } }))
    .sort((a, b) => a.letter.createdAt.getTime() - b.letter.createdAt.getTime() || a.letter.id.localeCompare(b.letter.id));
};

/** Writes that DATA of the one mail begins, for all of its letters or for none: false where one of them is no longer ours. */
export const markDigestHandOver = (db: Db, now: Date, claims: readonly Claim[]): Promise<boolean> =>
  rawTransaction(db, async (client) => {
    const { rowCount } = await client.query(
      `UPDATE "CampaignEmail" e SET "handOverStartedAt" = $1 FROM unnest($2::uuid[], $3::text[]) AS a("id", "token")
       WHERE e."id" = a."id" AND e."status" = 'SENDING' AND e."claimedBy" = a."token"`,
      [now, claims.map(({ id }) => id), claims.map(({ token }) => token)],
    );
    if (rowCount !== claims.length) throw new DigestLost();
    return true;
  }).catch((error: unknown) => {
    if (error instanceof DigestLost) return false;
    throw error;
  });

class DigestLost extends Error {}

/** Gives letters back that were taken and have not left. */
export const returnDigest = async (db: Db, claims: readonly Claim[]): Promise<void> => {
  await db.pool.query(
    `UPDATE "CampaignEmail" e SET "status" = 'QUEUED', "queuedAt" = NULL FROM unnest($1::uuid[], $2::text[]) AS a("id", "token")
     WHERE e."id" = a."id" AND e."status" = 'SENDING' AND e."claimedBy" = a."token" AND e."handOverStartedAt" IS NULL`,
    [claims.map(({ id }) => id), claims.map(({ token }) => token)],
  );
};

/** The week's mail of an office has left. */
export const markDigestSent = async (db: Db, officeId: string, at: Date): Promise<void> => {
  await db.prisma.officeAccess.update({ where: { id: officeId }, data: { digestSentAt: at } });
};

/** The other letters that left in the same mail as this one. */
export const listDigestSiblings = async (db: Db, letterId: string): Promise<string[]> => {
  const rows = await db.prisma.$queryRaw<{ id: string }[]>`
    SELECT e."id" FROM "CampaignEmail" l JOIN "CampaignEmail" e
      ON e."campaignId" = l."campaignId" AND e."recipientEmail" = l."recipientEmail" AND e."digestId" = l."digestId" AND e."id" <> l."id"
    WHERE l."id" = ${letterId}::uuid ORDER BY e."id"`;
  return rows.map(({ id }) => id);
};

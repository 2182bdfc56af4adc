import { oddUpvotesFrom, type OddUpvotes } from "@cml/domain/influence";
import type { Locale } from "@cml/domain/kernel";
import type { Db } from "../client";

export type NewUpvote = {
  id: string;
  userId: string | null;
  /** Confirmed, or an account's. */
  userEmail: string | null;
  deviceHash: string | null;
  ipHash: string | null;
  createdAt: Date;
};

/** Who may have voted: any of the three is the person. */
export type Voter = Pick<NewUpvote, "userId" | "userEmail" | "deviceHash">;

/**
 * Adds upvotes to one response that stands on a wall and to its number, with one statement; who voted before is not counted
 * again, nor is who had hers taken off by moderators. Gives the number there is now, or null where the response is on no wall.
 */
export const insertUpvotes = async (db: Db, responseId: string, votes: readonly NewUpvote[]): Promise<number | null> => {
  const list = <K extends keyof NewUpvote>(field: K) => votes.map((vote) => vote[field]);
  const { rows } = await db.pool.query<{ upvotes: number | null }>(
    `WITH added AS (
       INSERT INTO "ResponseUpvote" ("id", "responseId", "userId", "userEmail", "upvotedIp", "ipHash", "createdAt")
       SELECT v."id", $1, v."userId", v."userEmail", v."deviceHash", v."ipHash", v."createdAt"
       FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::timestamptz[])
         AS v("id", "userId", "userEmail", "deviceHash", "ipHash", "createdAt")
       WHERE EXISTS (SELECT 1 FROM "RepresentativeResponse" r WHERE r."id" = $1 AND is_on_wall(r."status", r."disputedAt", r."confirmedAt"))
       ON CONFLICT DO NOTHING RETURNING 1
     ), again AS (
       UPDATE "ResponseUpvote" u SET "withdrawnAt" = NULL
       FROM unnest($3::uuid[], $4::text[], $5::text[]) AS v("userId", "userEmail", "deviceHash")
       WHERE u."responseId" = $1 AND u."withdrawnAt" IS NOT NULL
         AND (u."userId" = v."userId" OR u."userEmail" = v."userEmail" OR u."upvotedIp" = v."deviceHash")
     ), counted AS (
       UPDATE "RepresentativeResponse" SET "upvoteCount" = "upvoteCount" + (SELECT count(*) FROM added)
       WHERE "id" = $1 AND EXISTS (SELECT 1 FROM added) RETURNING "upvoteCount"
     )
     SELECT coalesce((SELECT "upvoteCount" FROM counted), (
       SELECT r."upvoteCount" FROM "RepresentativeResponse" r WHERE r."id" = $1 AND is_on_wall(r."status", r."disputedAt", r."confirmedAt")
     )) AS "upvotes"`,
    [responseId, list("id"), list("userId"), list("userEmail"), list("deviceHash"), list("ipHash"), list("createdAt")],
  );
  return rows[0]?.upvotes ?? null;
};

const isVoter = `("userId" = $2 OR "userEmail" = $3 OR "upvotedIp" = $4)`;
const valuesOf = ({ userId, userEmail, deviceHash }: Voter) => [userId, userEmail, deviceHash];

/**
 * Takes a person's upvote back, and from the number with it; nothing where there is none. One that moderators took off stays
 * where it is, as withdrawn: were it gone, voting again would count.
 */
export const deleteUpvotes = async (db: Db, responseId: string, { now, ...voter }: Voter & { now: Date }): Promise<number> => {
  const { rows } = await db.pool.query<{ upvotes: number | null }>(
    `WITH gone AS (DELETE FROM "ResponseUpvote" WHERE "responseId" = $1 AND ${isVoter} AND "takenOffBy" IS NULL RETURNING 1),
     withdrawn AS (UPDATE "ResponseUpvote" SET "withdrawnAt" = $5 WHERE "responseId" = $1 AND ${isVoter} AND "takenOffBy" IS NOT NULL),
     counted AS (
       UPDATE "RepresentativeResponse" SET "upvoteCount" = "upvoteCount" - (SELECT count(*) FROM gone)
       WHERE "id" = $1 AND EXISTS (SELECT 1 FROM gone) RETURNING "upvoteCount"
     )
     SELECT coalesce((SELECT "upvoteCount" FROM counted), (SELECT "upvoteCount" FROM "RepresentativeResponse" WHERE "id" = $1)) AS "upvotes"`,
    [responseId, ...valuesOf(voter), now],
  );
  return rows[0]?.upvotes ?? 0;
};

/** Which of these responses a person gave an upvote. */
export const listUpvotedBy = async (db: Db, responseIds: readonly string[], voter: Voter): Promise<string[]> => {
  const { rows } = await db.pool.query<{ responseId: string }>(
    `SELECT DISTINCT "responseId" FROM "ResponseUpvote" WHERE "responseId" = ANY($1) AND "withdrawnAt" IS NULL AND ${isVoter}`,
    [[...responseIds], ...valuesOf(voter)],
  );
  return rows.map(({ responseId }) => responseId);
};

/** Which of these responses have many upvotes from one address. */
export const listOddUpvotes = async (db: Db, responseIds: readonly string[]): Promise<OddUpvotes> => {
  const { rows } = await db.pool.query<OddUpvotes[number]>(
    `SELECT "responseId", max("n")::int AS "fromOneAddress" FROM (
       SELECT "responseId", count(*) AS "n" FROM "ResponseUpvote" WHERE "responseId" = ANY($1) AND "ipHash" IS NOT NULL
         AND "takenOffBy" IS NULL
       GROUP BY "responseId", "ipHash" HAVING count(*) >= ${oddUpvotesFrom}
     ) many GROUP BY "responseId"`,
    [[...responseIds]],
  );
  return rows;
};

/** The address a device was confirmed with lately. */
export const findEmailOfDevice = async (db: Db, { deviceHash, now }: { deviceHash: string; now: Date }): Promise<string | null> => {
  // Not findUnique: Prisma gathers those of a crowd into one transaction, which is given up after five seconds.
  const row = await db.prisma.confirmedBrowser.findFirst({ where: { tokenHash: deviceHash, expiresAt: { gt: now } } });
  return row?.email ?? null;
};

export type PendingUpvote = {
  id: string;
  responseId: string;
  email: string;
  deviceHash: string | null;
  locale: Locale;
  createdAt: Date;
  expiresAt: Date;
};

/** A newer question takes the place of the one before: its link confirms the browser that asked, and the older link no other. */
export const replacePendingUpvote = async (db: Db, { tokenHash, ...pending }: PendingUpvote & { tokenHash: string }): Promise<void> => {
  const { responseId, email } = pending;
  const row = { ...pending, tokenHash };
  await db.prisma.pendingUpvote.upsert({ where: { responseId_email: { responseId, email } }, create: row, update: row });
};

export const findPendingUpvote = async (db: Db, tokenHash: string): Promise<PendingUpvote | null> => {
  const row = await db.prisma.pendingUpvote.findUnique({ where: { tokenHash } });
  return row === null ? null : { ...row };
};

/** Forgets questions nobody answered, and those whose link is of no more use. */
export const deleteOldPendingUpvotes = async (db: Db, now: Date): Promise<number> =>
  (await db.prisma.pendingUpvote.deleteMany({ where: { expiresAt: { lt: now } } })).count;

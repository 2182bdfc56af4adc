import type { Campaign, Letter } from "@cml/domain/influence";
import type { Db } from "../client";
import { toCampaign } from "./campaigns";
import { toLetter } from "./letters";

export type ReleaseRule = {
  now: Date;
  /** Letters on the queue at once. */
  atMost: number;
  /** Released before this and not taken: its job is lost. */
  lostBefore: Date;
};

/**
 * Marks due letters as released and gives their ids, oldest first. Windows, hourly rates and pauses are decided here, so
 * they hold on every queue backend. Run under a lock: two at once would each fill the queue.
 */
export const releaseDueLetters = async (db: Db, { now, atMost, lostBefore }: ReleaseRule): Promise<string[]> => {
  const { rows } = await db.pool.query<{ id: string }>(
    `WITH room AS (
       SELECT greatest(0, $2::int - count(*))::int AS places
       FROM "CampaignEmail" WHERE "status" = 'QUEUED' AND "queuedAt" >= $3
     ), due AS (
       SELECT e."id", c."lettersPerHour" AS rate,
              row_number() OVER (PARTITION BY e."campaignId" ORDER BY e."createdAt", e."id") AS place,
              e."campaignId", e."createdAt"
       FROM "CampaignEmail" e JOIN "Campaign" c ON c."id" = e."campaignId"
       WHERE e."status" = 'QUEUED' AND e."emailMethod" = 'SMTP'
         AND (e."nextAttemptAt" IS NULL OR e."nextAttemptAt" <= $1)
         AND (e."queuedAt" IS NULL OR e."queuedAt" < $3)
         AND c."status" = 'ACTIVE'
         AND (c."sendFrom" IS NULL OR c."sendFrom" <= $1)
         AND (c."sendUntil" IS NULL OR c."sendUntil" > $1)
         AND NOT coalesce((SELECT "sendingPaused" FROM "SiteSettings" WHERE "id" = 'default'), false)
     ), allowed AS (
       SELECT d."id" FROM due d, room
       WHERE d.rate IS NULL OR d.place <= d.rate - (
         SELECT count(*) FROM "CampaignEmail" x
         WHERE x."campaignId" = d."campaignId" AND x."queuedAt" > $1::timestamptz - interval '1 hour'
       )
       ORDER BY d."createdAt", d."id"
       LIMIT (SELECT places FROM room)
     )
     UPDATE "CampaignEmail" e SET "queuedAt" = $1
     FROM allowed WHERE e."id" = allowed."id" AND e."status" = 'QUEUED'
     RETURNING e."id"`,
    [now, atMost, lostBefore],
  );
  return rows.map(({ id }) => id).sort();
};

export type Claim = { id: string; token: string; now: Date };

/** Takes a queued letter for sending, or null when somebody else has it, it is not due, or its campaign holds its letters. */
export const claimLetter = async (db: Db, { id, token, now }: Claim): Promise<{ letter: Letter; campaign: Campaign } | null> => {
  const { rowCount } = await db.pool.query(
    `UPDATE "CampaignEmail" e SET "status" = 'SENDING', "claimedBy" = $2, "claimedAt" = $3, "handOverStartedAt" = NULL,
            "attempts" = e."attempts" + 1, "smtpResponse" = NULL
     FROM "Campaign" c
     WHERE e."id" = $1 AND e."status" = 'QUEUED' AND c."id" = e."campaignId" AND c."status" = 'ACTIVE'
       AND (e."nextAttemptAt" IS NULL OR e."nextAttemptAt" <= $3)
       AND NOT coalesce((SELECT "sendingPaused" FROM "SiteSettings" WHERE "id" = 'default'), false)`,
    [id, token, now],
  );
  if (rowCount === 0) return null;
  const row = await db.prisma.campaignEmail.findUniqueOrThrow({ where: { id }, include: { campaign: true } });
  return { letter: toLetter(row), campaign: toCampaign(row.campaign) };
};

/** Writes down that DATA begins. False when the claim was lost meanwhile: then nothing may leave. */
export const markHandOver = async (db: Db, { id, token, now }: Claim): Promise<boolean> => {
  const { rowCount } = await db.pool.query(
    `UPDATE "CampaignEmail" SET "handOverStartedAt" = $3 WHERE "id" = $1 AND "status" = 'SENDING' AND "claimedBy" = $2`,
    [id, token, now],
  );
  return rowCount === 1;
};

export type LetterOutcome =
  | { status: "SENT"; sentAt: Date; smtpResponse: string; messageId: string; keptLocally: boolean }
  | { status: "QUEUED"; nextAttemptAt: Date; smtpResponse: string }
  | { status: "FAILED" | "UNCERTAIN"; smtpResponse: string };

/**
 * Writes how a hand-over ended, for whoever still holds the claim. A process that slept past its claim may know the answer
 * to a letter already put down as UNCERTAIN; its knowledge wins. False when the letter is no longer ours.
 */
export const settleLetter = async (db: Db, claim: Omit<Claim, "now">, outcome: LetterOutcome): Promise<boolean> => {
  const back = outcome.status === "QUEUED" ? { queuedAt: null, handOverStartedAt: null } : {};
  const { count } = await db.prisma.campaignEmail.updateMany({
    where: { id: claim.id, claimedBy: claim.token, status: { in: ["SENDING", "UNCERTAIN"] } },
    data: { ...outcome, ...back },
  });
  return count === 1;
};

/**
 * Letters whose holder died: back to the queue when DATA had not begun, UNCERTAIN when it had. Gives how many went where.
 */
export const recoverDeadClaims = async (
  db: Db,
  { claimedBefore }: { claimedBefore: Date },
): Promise<{ requeued: number; uncertain: number }> => {
  const { rows } = await db.pool.query<{ status: string }>(
    `UPDATE "CampaignEmail" SET
       "status" = CASE WHEN "handOverStartedAt" IS NULL THEN 'QUEUED' ELSE 'UNCERTAIN' END::"CampaignEmailStatus",
       "queuedAt" = CASE WHEN "handOverStartedAt" IS NULL THEN NULL ELSE "queuedAt" END
     WHERE "status" = 'SENDING' AND "claimedAt" < $1
     RETURNING "status"::text AS status`,
    [claimedBefore],
  );
  const uncertain = rows.filter(({ status }) => status === "UNCERTAIN").length;
  return { requeued: rows.length - uncertain, uncertain };
};

import type { Db } from "../client";
import type { Claim } from "./letter-sending";

export type LetterOutcome =
  | { status: "SENT"; words: string; messageId: string; kept: boolean }
  | { status: "QUEUED"; words: string; nextAttemptAt: Date }
  | { status: "FAILED" | "UNCERTAIN"; words: string };

/** The mail as it left, for the log of all mail. */
export type SettledMail = { toAddress: string; fromName: string; subject: string; messageId: string };
export type Settling = Claim & { at: Date; outcome: LetterOutcome; mail: SettledMail };

/** What happened to letters in hand: the server asked for the message of some (DATA begins), and answered for others. */
export type HandOverNews = { marks: readonly Claim[]; settlings: readonly Settling[] };

// One statement, so that status, history, counter and log are written together or not at all, and so that the letters of one
// process share its commits.
const newsSql = `WITH marked AS (
    UPDATE "CampaignEmail" e SET "handOverStartedAt" = $1 FROM unnest($2::uuid[], $3::text[]) AS a("id", "token")
    WHERE e."id" = a."id" AND e."status" = 'SENDING' AND e."claimedBy" = a."token" RETURNING e."claimedBy" AS "token"
  ), told AS (
    SELECT * FROM unnest($4::uuid[], $5::text[], $6::text[], $7::timestamptz[], $8::text[], $9::text[], $10::boolean[], $11::timestamptz[],
                         $12::text[], $13::text[], $14::text[])
      AS o("id", "token", "status", "at", "words", "messageId", "kept", "nextAttemptAt", "toAddress", "fromName", "subject")
  ), done AS (
    UPDATE "CampaignEmail" e SET
      "status" = o."status"::"CampaignEmailStatus", "smtpResponse" = o."words",
      "sentAt" = CASE WHEN o."status" = 'SENT' THEN o."at" ELSE e."sentAt" END,
      "messageId" = CASE WHEN o."status" = 'SENT' THEN o."messageId" ELSE e."messageId" END,
      "keptLocally" = CASE WHEN o."status" = 'SENT' THEN o."kept" ELSE e."keptLocally" END,
      "nextAttemptAt" = CASE WHEN o."status" = 'QUEUED' THEN o."nextAttemptAt" ELSE e."nextAttemptAt" END,
      "queuedAt" = CASE WHEN o."status" = 'QUEUED' THEN NULL ELSE e."queuedAt" END,
      "handOverStartedAt" = CASE WHEN o."status" = 'QUEUED' THEN NULL ELSE e."handOverStartedAt" END
    FROM told o WHERE e."id" = o."id" AND e."claimedBy" = o."token" AND e."status" IN ('SENDING', 'UNCERTAIN')
    RETURNING e."id", e."campaignId", e."userEmail", e."userPostalCode", e."recipientEmail", e."isTest",
              o."token", o."status", o."at", o."words", o."messageId", o."kept", o."toAddress", o."fromName", o."subject"
  ), noted AS (
    INSERT INTO "LetterEvent" ("id", "letterId", "kind", "at", "words")
    SELECT gen_random_uuid(), "id", CASE "status" WHEN 'SENT' THEN 'HANDED_OVER' WHEN 'QUEUED' THEN 'DEFERRED' WHEN 'FAILED' THEN 'REFUSED'
           ELSE 'UNCERTAIN' END::"LetterEventKind", "at", "words" FROM done
  ), counted AS (
    -- Public counters tell what left this computer, nothing else.
    INSERT INTO "CounterDelta" ("id", "entity", "counter", "entityId", "delta")
    SELECT gen_random_uuid(), 'Campaign', 'emailCount', "campaignId", count(*)::int FROM done
    WHERE "status" = 'SENT' AND NOT "kept" AND NOT "isTest" GROUP BY "campaignId"
  ), forgiven AS (
    DELETE FROM "ParkedRecipient" p USING done
    WHERE done."status" = 'SENT' AND NOT done."kept" AND p."email" = lower(done."recipientEmail") AND p."parkedAt" IS NULL
  ), logged AS (
    INSERT INTO "EmailLog" ("id", "recipientEmail", "senderName", "senderEmail", "subject", "postalCode", "status", "messageId", "error", "sentAt")
    SELECT gen_random_uuid(), "toAddress", "fromName", "userEmail", "subject", "userPostalCode",
           CASE WHEN "isTest" THEN 'previewed' WHEN "status" = 'SENT' THEN 'sent' ELSE 'failed' END, "messageId",
           CASE WHEN "status" <> 'SENT' THEN "status" || ': ' || "words" END, "at"
    FROM done WHERE "status" <> 'QUEUED'
  )
  SELECT "token" FROM marked UNION ALL SELECT "token" FROM done`;

/**
 * Writes that DATA begins for some letters and how the hand-over of others ended, the latter with history, counter and log, for
 * whoever still holds their claims. A process that slept past its claim may know the answer to a letter already put down as
 * UNCERTAIN; its knowledge wins. False where the letter is no longer ours: then nothing of a marked one may leave.
 */
export const writeHandOvers = async (
  db: Db,
  now: Date,
  { marks, settlings }: HandOverNews,
): Promise<{ marked: boolean[]; settled: boolean[] }> => {
  const column = <T>(of: (one: Settling) => T) => settlings.map(of);
  const values = [
    now,
    marks.map(({ id }) => id),
    marks.map(({ token }) => token),
    column(({ id }) => id),
    column(({ token }) => token),
    column(({ outcome }) => outcome.status),
    column(({ at }) => at),
    column(({ outcome }) => outcome.words),
    column(({ mail }) => mail.messageId),
    column(({ outcome }) => outcome.status === "SENT" && outcome.kept),
    column(({ outcome }) => (outcome.status === "QUEUED" ? outcome.nextAttemptAt : null)),
    column(({ mail }) => mail.toAddress),
    column(({ mail }) => mail.fromName),
    column(({ mail }) => mail.subject),
  ];
  const { rows } = await db.pool.query<{ token: string }>({ name: "write-hand-overs", text: newsSql, values });
  const ours = new Set(rows.map(({ token }) => token));
  const held = ({ token }: Claim) => ours.has(token);
  return { marked: marks.map(held), settled: settlings.map(held) };
};

import { type CampaignEmailStatus, type ChangedLetters, type LetterEventKind, type Settlement, takenBack } from "@cml/domain/influence";
import type { Db } from "../client";

/** Letters one may act on: of one campaign or all, of one owner's campaigns or everybody's, some by id or all. */
export type LetterChoice = { campaignId: string | null; ownerId: string | null; ids: string[] | null; recipientEmail?: string | null };
type Deed = { now: Date; byUserId: string | null };

const chosenSql = `($1::uuid IS NULL OR e."campaignId" = $1)
  AND ($2::uuid IS NULL OR e."campaignId" IN (SELECT "id" FROM "Campaign" WHERE "createdByUserId" = $2))
  AND ($3::uuid[] IS NULL OR e."id" = ANY ($3)) AND ($4::text IS NULL OR lower(e."recipientEmail") = $4)`;

type Change = {
  from: CampaignEmailStatus;
  set: string;
  kind: LetterEventKind;
  words: string | null;
  /** What else must hold of a letter. */
  only?: string;
  /** What each letter changes on its campaign's number. */
  counts?: 1 | 0 | -1;
};

const change = async (db: Db, choice: LetterChoice, { now, byUserId, from, set, kind, words, only = "", counts = 0 }: Change & Deed) => {
  const { rows } = await db.pool.query<{ changed: number; ids: string[]; campaignIds: string[] }>(
    `WITH done AS (
       UPDATE "CampaignEmail" e SET ${set} WHERE e."status" = '${from}' AND e."emailMethod" = 'SMTP' AND ${chosenSql} ${only}
       RETURNING e."id", e."campaignId", e."keptLocally", e."isTest"
     ), noted AS (
       INSERT INTO "LetterEvent" ("id", "letterId", "kind", "at", "words", "byUserId")
       SELECT gen_random_uuid(), "id", '${kind}', $5, $6, $7 FROM done
     ), counted AS (
       INSERT INTO "CounterDelta" ("id", "entity", "counter", "entityId", "delta")
       SELECT gen_random_uuid(), 'Campaign', 'emailCount', "campaignId", count(*)::int * $8::int FROM done
       WHERE $8::int <> 0 AND NOT "keptLocally" AND NOT "isTest" GROUP BY "campaignId"
     )
     SELECT (SELECT count(*) FROM done)::int AS changed, ARRAY(SELECT "id"::text FROM done LIMIT 500) AS ids,
            ARRAY(SELECT DISTINCT "campaignId"::text FROM done) AS "campaignIds"`,
    [choice.campaignId, choice.ownerId, choice.ids, choice.recipientEmail ?? null, now, words, byUserId, counts],
  );
  return rows[0] ?? { changed: 0, ids: [], campaignIds: [] };
};

export type Changed = ChangedLetters & { campaignIds: string[] };

// A fresh letter again: the next release takes it as one that was never tried. That it came back once is told by its history;
// coming back again must count again.
const anew = `"returnedAt" = NULL, "status" = 'QUEUED', "queuedAt" = NULL, "nextAttemptAt" = NULL, "attempts" = 0, "heldReason" = NULL,
  "claimedBy" = NULL, "handOverStartedAt" = NULL, "smtpResponse" = NULL`;

// What its writer erased has no words left to send.
const stillWorded = `AND e."erasedAt" IS NULL`;

// Where its server sends a letter back, it does so again: such letters are sent again one by one, never with all refused ones.
const refusedOnly = `AND e."returnedAt" IS NULL`;

/** Puts refused or cancelled letters back among those that wait. */
export const requeueLetters = (db: Db, choice: LetterChoice, deed: Deed & { from: "FAILED" | "CANCELLED" }): Promise<Changed> =>
  change(db, choice, {
    ...deed,
    set: anew,
    only: choice.ids === null ? `${stillWorded} ${refusedOnly}` : stillWorded,
    kind: "RELEASED",
    words: null,
  });

/** Stops letters that have not left. One that is being handed over at this moment leaves. */
export const cancelLetters = (db: Db, choice: LetterChoice, deed: Deed): Promise<Changed> =>
  change(db, choice, { ...deed, from: "QUEUED", set: `"status" = 'CANCELLED', "queuedAt" = NULL`, kind: "CANCELLED", words: null });

/** Writes what a person found out about uncertain letters: they count as handed over, or leave again. */
export const settleUncertainLetters = (db: Db, choice: LetterChoice, deed: Deed & { settlement: Settlement }): Promise<Changed> =>
  change(db, choice, {
    ...deed,
    from: "UNCERTAIN",
    set: deed.settlement === "AGAIN" ? anew : `"status" = 'SENT', "sentAt" = coalesce(e."handOverStartedAt", now()), "claimedBy" = NULL`,
    only: deed.settlement === "AGAIN" ? stillWorded : "",
    kind: "SETTLED",
    words: deed.settlement,
    counts: deed.settlement === "ARRIVED" ? 1 : 0,
  });

const lastDoubt = (column: "at" | "words") =>
  `(SELECT v."${column}" FROM "LetterEvent" v WHERE v."letterId" = e."id" AND v."kind" = 'UNCERTAIN' ORDER BY v."at" DESC LIMIT 1)`;

// As it was before "send again" made it a fresh letter; how often it was tried is told by its history.
const uncertainAsBefore = `"status" = 'UNCERTAIN', "queuedAt" = NULL, "nextAttemptAt" = NULL, "heldReason" = NULL, "claimedBy" = NULL,
  "handOverStartedAt" = coalesce(${lastDoubt("at")}, e."createdAt"), "smtpResponse" = ${lastDoubt("words")},
  "attempts" = 1 + (SELECT count(*) FROM "LetterEvent" v WHERE v."letterId" = e."id" AND v."kind" = 'DEFERRED')`;

// A hold is no more than waiting; anything else that happened since was built on what the person had said.
const nothingFollowed = (settlement: Settlement) => `AND EXISTS (
    SELECT 1 FROM "LetterEvent" s WHERE s."letterId" = e."id" AND s."kind" = 'SETTLED' AND s."words" = '${settlement}'
      AND NOT EXISTS (SELECT 1 FROM "LetterEvent" f WHERE f."letterId" = e."id" AND f."at" > s."at" AND f."kind" NOT IN ('HELD', 'RELEASED')))
  AND e."returnedAt" IS NULL AND e."answeredAt" IS NULL AND e."erasedAt" IS NULL
  ${settlement === "AGAIN" ? `AND e."attempts" = 0 AND e."handOverStartedAt" IS NULL` : ""}`;

/** Takes back what a person said about uncertain letters, of those alone to which nothing has happened since. */
export const unsettleLetters = (db: Db, choice: LetterChoice, deed: Deed & { settlement: Settlement }): Promise<Changed> =>
  change(db, choice, {
    ...deed,
    from: deed.settlement === "AGAIN" ? "QUEUED" : "SENT",
    set: deed.settlement === "AGAIN" ? uncertainAsBefore : `"status" = 'UNCERTAIN', "sentAt" = NULL`,
    only: nothingFollowed(deed.settlement),
    kind: "SETTLED",
    words: takenBack,
    counts: deed.settlement === "ARRIVED" ? -1 : 0,
  });

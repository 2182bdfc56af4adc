import type { Db } from "../client";

const batchSize = 5_000;

/**
 * Sums what was appended to the tallies of letters, so that they stay few. Each batch is one statement that takes rows away and
 * puts their sums back: readers see the same numbers before and after, and two that fold at once share the work.
 * Gives how many appended rows went in.
 */
export const foldLetterTallies = async (db: Db): Promise<number> => {
  let folded = 0;
  for (const fold of [foldLetters, foldRecipients])
    for (let batch = batchSize; batch === batchSize; folded += batch) batch = await runFold(db, fold);
  return folded;
};

const runFold = async (db: Db, sql: string): Promise<number> => {
  const { rows } = await db.pool.query<{ fresh: number }>(sql);
  return rows[0]?.fresh ?? 0;
};

// The rows of a half hour (or of a recipient) are taken together, so that its sums do not pile up beside one another.
const foldLetters = `
  WITH fresh AS (SELECT "id", "campaignId", "halfHour" FROM "LetterTally" WHERE NOT "folded" ORDER BY "id" LIMIT ${batchSize}),
  taken AS (
    DELETE FROM "LetterTally" t USING (SELECT DISTINCT "campaignId", "halfHour" FROM fresh) f
    WHERE t."campaignId" = f."campaignId" AND t."halfHour" = f."halfHour" RETURNING t.*
  ), summed AS (
    INSERT INTO "LetterTally" ("campaignId", "halfHour", "recipientLevel", "emailMethod", "status", "source", "returned",
      "letters", "edited", "shares", "folded")
    SELECT "campaignId", "halfHour", "recipientLevel", "emailMethod", "status", "source", "returned",
      sum("letters"), sum("edited"), sum("shares"), true
    FROM taken GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING sum("letters") <> 0
  )
  SELECT count(*)::int AS fresh FROM fresh`;

const foldRecipients = `
  WITH fresh AS (SELECT "id", "campaignId", "recipientKey" FROM "RecipientTally" WHERE NOT "folded" ORDER BY "id" LIMIT ${batchSize}),
  taken AS (
    DELETE FROM "RecipientTally" t USING (SELECT DISTINCT "campaignId", "recipientKey" FROM fresh) f
    WHERE t."campaignId" = f."campaignId" AND t."recipientKey" = f."recipientKey" RETURNING t.*
  ), summed AS (
    INSERT INTO "RecipientTally" ("campaignId", "recipientKey", "letters", "folded")
    SELECT "campaignId", "recipientKey", sum("letters"), true FROM taken GROUP BY 1, 2 HAVING sum("letters") <> 0
  )
  SELECT count(*)::int AS fresh FROM fresh`;

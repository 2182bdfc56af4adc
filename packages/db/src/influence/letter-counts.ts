import type { CampaignEmailStatus, EmailMethod } from "@cml/domain/influence";
import type { Db } from "../client";

/** Letters of one campaign or all, of one owner's campaigns or everybody's. */
export type LetterCountScope = { campaignId: string | null; ownerId: string | null };

export type LetterCount = { status: CampaignEmailStatus; method: EmailMethod; source: string | null; returned: boolean; letters: number };

/**
 * All letters there are by what each change of a letter is tallied by, exact at any moment and whatever their number: summed from
 * the tallies, and from the few tests, which are in none.
 */
export const countLetters = async (db: Db, { campaignId, ownerId }: LetterCountScope): Promise<LetterCount[]> => {
  const { rows } = await db.pool.query<LetterCount>(
    `WITH mine AS MATERIALIZED (
       SELECT "id" FROM "Campaign" WHERE ($1::uuid IS NULL OR "id" = $1) AND ($2::uuid IS NULL OR "createdByUserId" = $2)
     ), counted AS (
       SELECT "status", "emailMethod", "source", "returned", "letters" FROM "LetterTally" WHERE "campaignId" IN (SELECT "id" FROM mine)
       UNION ALL
       SELECT "status", "emailMethod", "source", "returnedAt" IS NOT NULL, 1 FROM "CampaignEmail"
       WHERE "isTest" AND "campaignId" IN (SELECT "id" FROM mine)
     )
     SELECT "status", "emailMethod" AS method, "source", "returned", sum("letters")::int AS letters
     FROM counted GROUP BY 1, 2, 3, 4 HAVING sum("letters") <> 0`,
    [campaignId, ownerId],
  );
  return rows;
};

/** How many of the letters counted these are. */
export const sumLetters = (counts: readonly LetterCount[], are: (count: LetterCount) => boolean = () => true): number =>
  counts.filter(are).reduce((total, { letters }) => total + letters, 0);

export const byStatusOf = (counts: readonly LetterCount[]): Partial<Record<CampaignEmailStatus, number>> => {
  const found: Partial<Record<CampaignEmailStatus, number>> = {};
  for (const { status, letters } of counts) found[status] = (found[status] ?? 0) + letters;
  return found;
};

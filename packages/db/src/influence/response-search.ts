import { type ListResponsesInput, readCursor, type ResponseDesk, searchedMost } from "@cml/domain/influence";
import type { Db } from "../client";

/** The same as desksOf in response-desk, for the index of words. */
const pileSql: Record<ResponseDesk, string> = {
  PENDING: `r."status" = 'PENDING'`,
  APPROVED: `r."status" = 'APPROVED' AND r."disputedAt" IS NULL`,
  REJECTED: `r."status" = 'REJECTED' AND (r."disputedAt" IS NULL OR r."moderatedAt" > r."disputedAt")`,
  DISPUTED: `r."disputedAt" IS NOT NULL AND (r."moderatedAt" IS NULL OR r."moderatedAt" <= r."disputedAt")`,
  OFFICE_REPLY: `r."officeReplyStatus" = 'PENDING'`,
};

type Found = {
  /** One more than were asked for, where there are more. */
  ids: string[];
  /** How many fit, at most `searchedMost`. */
  total: number;
  isMore: boolean;
};
type Search = ListResponsesInput & { ownerId: string | null; waits: boolean };

/**
 * Responses that hold every word, each as the beginning of one of theirs, without regard to accents and capitals. They are
 * counted up to a number nobody leafs through, so that a word that all of them hold costs no more than a rare one.
 */
export const searchResponses = async (db: Db, search: Search): Promise<Found> => {
  const { desk, campaignId, type, ownerId, after, page, limit, waits } = search;
  const fits = `r."confirmedAt" IS NOT NULL AND r."searchWords" @@ word_query($1) AND ${desk === null ? "true" : pileSql[desk]}
    AND ($2::uuid IS NULL OR r."campaignId" = $2) AND ($3::"ResponseType" IS NULL OR r."responseType" = $3)
    AND ($4::uuid IS NULL OR r."campaignId" IN (SELECT "id" FROM "Campaign" WHERE "createdByUserId" = $4))`;
  const values = [search.search, campaignId, type, ownerId];
  const cursor = after === null ? null : readCursor(after);
  const [way, beyond] = waits ? ["ASC", ">"] : ["DESC", "<"];
  const [rows, counted] = await Promise.all([
    db.pool.query<{ id: string }>(
      `SELECT r."id" FROM "RepresentativeResponse" r
       WHERE ${fits} AND ($5::timestamptz IS NULL OR (r."createdAt", r."id") ${beyond} ($5, $6::uuid))
       ORDER BY r."createdAt" ${way}, r."id" ${way} OFFSET $7 LIMIT $8`,
      [...values, cursor?.createdAt ?? null, cursor?.id ?? null, cursor === null ? (page - 1) * limit : 0, limit + 1],
    ),
    db.pool.query<{ total: number }>(
      `SELECT count(*)::int AS "total" FROM (SELECT 1 FROM "RepresentativeResponse" r WHERE ${fits} LIMIT ${searchedMost + 1}) found`,
      values,
    ),
  ]);
  const total = counted.rows[0]?.total ?? 0;
  return { ids: rows.rows.map(({ id }) => id), total: Math.min(total, searchedMost), isMore: total > searchedMost };
};

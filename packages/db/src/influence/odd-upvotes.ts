import { type OddResponse, oddResponsesPageSize, oddUpvotesFrom } from "@cml/domain/influence";
import type { Page } from "@cml/domain/kernel";
import type { Db } from "../client";

type Asked = { ownerId: string | null; campaignId: string | null; page: number };
type Network = OddResponse["networks"][number] & { responseId: string };
type TakenOff = OddResponse["takenOff"][number] & { responseId: string };

// Of the wall and of what left it: taken off while it stood there, they are put back from here.
const oddSql = `
  SELECT "responseId", max("n") AS "most" FROM (
    SELECT "responseId", count(*) AS "n" FROM "ResponseUpvote" WHERE "ipHash" IS NOT NULL AND "takenOffBy" IS NULL
    GROUP BY "responseId", "ipHash" HAVING count(*) >= ${oddUpvotesFrom}
    UNION ALL SELECT "responseId", 0 FROM "ResponseUpvote" WHERE "takenOffBy" IS NOT NULL AND "withdrawnAt" IS NULL GROUP BY "responseId"
  ) many GROUP BY "responseId"`;

const beginning = 400;

/** Responses with many upvotes from one address, most of them first, then those with upvotes taken off; of the campaigns of one owner (null: everybody's). */
export const listOddResponses = async (db: Db, { ownerId, campaignId, page }: Asked): Promise<Page<OddResponse>> => {
  const { rows } = await db.pool.query<Omit<OddResponse, "networks" | "takenOff"> & { total: number }>(
    `SELECT r."id", r."campaignId", c."title" AS "campaignTitle", r."representativeName", r."representativeTitle",
            left(r."shownText", ${beginning}) AS "text", r."locale", r."status", r."upvoteCount" AS "upvotes", count(*) OVER ()::int AS "total"
     FROM (${oddSql}) odd JOIN "RepresentativeResponse" r ON r."id" = odd."responseId" JOIN "Campaign" c ON c."id" = r."campaignId"
     WHERE ($1::uuid IS NULL OR c."createdByUserId" = $1) AND ($2::uuid IS NULL OR c."id" = $2)
     ORDER BY odd."most" DESC, r."id" DESC OFFSET $3 LIMIT ${oddResponsesPageSize}`,
    [ownerId, campaignId, (page - 1) * oddResponsesPageSize],
  );
  const ids = rows.map(({ id }) => id);
  const [networks, takenOff] = await Promise.all([networksOf(db, ids), takenOffOf(db, ids)]);
  const of = <T extends { responseId: string }>(all: readonly T[], id: string) =>
    all.filter(({ responseId }) => responseId === id).map(({ responseId: _response, ...one }) => one);
  return {
    items: rows.map(({ total: _total, ...row }) => ({ ...row, networks: of(networks, row.id), takenOff: of(takenOff, row.id) })),
    total: rows[0]?.total ?? 0,
    page,
    pageSize: oddResponsesPageSize,
  };
};

const networksOf = async (db: Db, responseIds: readonly string[]): Promise<Network[]> => {
  const { rows } = await db.pool.query<Network>(
    `SELECT "responseId", (array_agg("id" ORDER BY "id"))[1] AS "upvoteId", count(*)::int AS "upvotes", min("createdAt") AS "firstAt",
            max("createdAt") AS "lastAt"
     FROM "ResponseUpvote" WHERE "responseId" = ANY($1) AND "ipHash" IS NOT NULL AND "takenOffBy" IS NULL
     GROUP BY "responseId", "ipHash" HAVING count(*) >= ${oddUpvotesFrom} ORDER BY count(*) DESC, min("createdAt")`,
    [[...responseIds]],
  );
  return rows;
};

const takenOffOf = async (db: Db, responseIds: readonly string[]): Promise<TakenOff[]> => {
  const { rows } = await db.pool.query<TakenOff>(
    `SELECT v."responseId", v."takenOffBy" AS "changeId", v."upvotes", h."at", u."name" AS "byName"
     FROM (
       SELECT "responseId", "takenOffBy", count(*)::int AS "upvotes" FROM "ResponseUpvote"
       WHERE "responseId" = ANY($1) AND "takenOffBy" IS NOT NULL AND "withdrawnAt" IS NULL GROUP BY 1, 2
     ) v JOIN "ResponseChange" h ON h."id" = v."takenOffBy" LEFT JOIN "User" u ON u."id" = h."byUserId"
     ORDER BY h."at" DESC, h."id" DESC`,
    [[...responseIds]],
  );
  return rows;
};

type Moved = { moved: number; upvotes: number };

/** Takes every upvote off that came to this response from the same address as one of them, and off the number with it. */
export const takeOffUpvotes = async (
  db: Db,
  { responseId, upvoteId, changeId }: { responseId: string; upvoteId: string; changeId: string },
): Promise<Moved> => {
  const [done] = await db.prisma.$queryRaw<Moved[]>`
    WITH off AS (
      UPDATE "ResponseUpvote" v SET "takenOffBy" = ${changeId}::uuid FROM "ResponseUpvote" one
      WHERE one."id" = ${upvoteId}::uuid AND one."responseId" = ${responseId}::uuid AND one."takenOffBy" IS NULL
        AND v."responseId" = one."responseId" AND v."ipHash" = one."ipHash" AND v."takenOffBy" IS NULL
      RETURNING 1
    ), counted AS (
      UPDATE "RepresentativeResponse" SET "upvoteCount" = "upvoteCount" - (SELECT count(*) FROM off) WHERE "id" = ${responseId}::uuid
      RETURNING "upvoteCount"
    )
    SELECT (SELECT count(*)::int FROM off) AS "moved", (SELECT "upvoteCount" FROM counted) AS "upvotes"`;
  return done ?? { moved: 0, upvotes: 0 };
};

/** Lets upvotes count again that were taken off together; whoever took hers back meanwhile has none any more. */
export const putBackUpvotes = async (db: Db, { responseId, changeId }: { responseId: string; changeId: string }): Promise<Moved> => {
  const [done] = await db.prisma.$queryRaw<Moved[]>`
    WITH gone AS (
      DELETE FROM "ResponseUpvote" WHERE "responseId" = ${responseId}::uuid AND "takenOffBy" = ${changeId}::uuid AND "withdrawnAt" IS NOT NULL
    ), back AS (
      UPDATE "ResponseUpvote" SET "takenOffBy" = NULL
      WHERE "responseId" = ${responseId}::uuid AND "takenOffBy" = ${changeId}::uuid AND "withdrawnAt" IS NULL
      RETURNING 1
    ), counted AS (
      UPDATE "RepresentativeResponse" SET "upvoteCount" = "upvoteCount" + (SELECT count(*) FROM back) WHERE "id" = ${responseId}::uuid
      RETURNING "upvoteCount"
    )
    SELECT (SELECT count(*)::int FROM back) AS "moved", (SELECT "upvoteCount" FROM counted) AS "upvotes"`;
  return done ?? { moved: 0, upvotes: 0 };
};

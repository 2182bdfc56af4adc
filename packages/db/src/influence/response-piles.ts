import type { ListResponsesInput, ResponseDesk } from "@cml/domain/influence";
import type { Db } from "../client";

type Sizes = { all: number; desks: Record<ResponseDesk, number> };
type Filter = Pick<ListResponsesInput, "campaignId" | "type">;

// What stands on walls is many times the rest, and triggers keep its number: only the rest is counted, from indexes.
const sizesSql = `
  WITH own AS (SELECT "id" FROM "Campaign" WHERE "createdByUserId" = $3),
  walls AS (
    SELECT coalesce(sum("shown"), 0)::int AS "shown" FROM "WallTally"
    WHERE ($1::uuid IS NULL OR "campaignId" = $1) AND ($2::"ResponseType" IS NULL OR "type" = $2)
      AND ($3::uuid IS NULL OR "campaignId" IN (SELECT "id" FROM own))
  ), rest AS (
    SELECT count(*) FILTER (WHERE "status" = 'PENDING')::int AS "pending", count(*) FILTER (WHERE "status" = 'REJECTED')::int AS "rejected"
    FROM "RepresentativeResponse"
    WHERE "confirmedAt" IS NOT NULL AND "status" IN ('PENDING', 'REJECTED') AND ($1::uuid IS NULL OR "campaignId" = $1)
      AND ($2::"ResponseType" IS NULL OR "responseType" = $2) AND ($3::uuid IS NULL OR "campaignId" IN (SELECT "id" FROM own))
  ), replies AS (
    SELECT count(*)::int AS "waiting" FROM "RepresentativeResponse"
    WHERE "confirmedAt" IS NOT NULL AND "status" IN ('PENDING', 'APPROVED', 'REJECTED') AND "officeReplyStatus" = 'PENDING'
      AND ($1::uuid IS NULL OR "campaignId" = $1) AND ($2::"ResponseType" IS NULL OR "responseType" = $2)
      AND ($3::uuid IS NULL OR "campaignId" IN (SELECT "id" FROM own))
  ), reports AS (
    SELECT count(*) FILTER (WHERE "isOpen")::int AS "open", count(*) FILTER (WHERE "isOpen" AND "status" = 'REJECTED')::int AS "openRejected",
           count(*) FILTER (WHERE "status" = 'APPROVED')::int AS "approved"
    FROM (
      SELECT "status", "moderatedAt" IS NULL OR "moderatedAt" <= "disputedAt" AS "isOpen" FROM "RepresentativeResponse"
      WHERE "confirmedAt" IS NOT NULL AND "disputedAt" IS NOT NULL AND ($1::uuid IS NULL OR "campaignId" = $1)
        AND ($2::"ResponseType" IS NULL OR "responseType" = $2) AND ($3::uuid IS NULL OR "campaignId" IN (SELECT "id" FROM own))
    ) disputed
  )
  SELECT * FROM walls, rest, replies, reports`;

type Counted = { shown: number; pending: number; rejected: number; waiting: number; open: number; openRejected: number; approved: number };

/** How many lie on each pile: what its office reported keeps the status it had, but lies on a pile of its own. */
export const countDesks = async (db: Db, ownerId: string | null, { campaignId, type }: Filter): Promise<Sizes> => {
  const { rows } = await db.pool.query<Counted>(sizesSql, [campaignId, type, ownerId]);
  const [counted] = rows;
  if (counted === undefined) throw new Error("counting gave no row");
  const { shown, pending, rejected, waiting, open, openRejected, approved } = counted;
  return {
    all: shown + pending + rejected + approved,
    desks: { PENDING: pending, APPROVED: shown, REJECTED: rejected - openRejected, DISPUTED: open, OFFICE_REPLY: waiting },
  };
};

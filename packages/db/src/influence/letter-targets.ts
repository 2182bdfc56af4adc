import type { GovernmentLevel } from "@cml/domain/influence";
import type { Db } from "../client";
import { stillAsksSql } from "./letter-hold-sql";

export type WrittenTo = {
  recipientKey: string;
  name: string;
  title: string | null;
  level: GovernmentLevel | null;
  partyName: string | null;
  email: string;
  waiting: number;
  held: number;
  sent: number;
};

/**
 * Everybody a campaign's letters are addressed to, with how many wait, are held by staff's decision, and left. Counts come
 * from the index on campaign, recipient and status; one letter each tells the name.
 */
export const listWrittenTo = async (db: Db, campaignId: string, atMost: number): Promise<WrittenTo[]> => {
  const { rows } = await db.pool.query<WrittenTo>(
    `WITH counted AS (
       SELECT "recipientKey" AS key, count(*) FILTER (WHERE "status" = 'QUEUED')::int AS waiting,
              count(*) FILTER (WHERE "status" IN ('SENT', 'CLICKED'))::int AS sent, count(*)::int AS n
       FROM "CampaignEmail" WHERE "campaignId" = $1 AND "recipientKey" IS NOT NULL
       GROUP BY 1 ORDER BY n DESC LIMIT $2
     ), held AS (
       SELECT e."recipientKey" AS key, count(*)::int AS n
       FROM "CampaignTarget" t JOIN "CampaignEmail" e ON e."campaignId" = t."campaignId" AND e."recipientKey" = t."recipientKey"
       WHERE t."campaignId" = $1 AND e."status" = 'QUEUED' AND e."letGoAt" IS NULL
         AND (t."handling" = 'SKIP' OR (t."handling" = 'THANK' AND ${stillAsksSql})) GROUP BY 1
     )
     SELECT c.key AS "recipientKey", l."recipientName" AS name, l."recipientTitle" AS title, l."recipientLevel"::text AS level,
            l."recipientParty" AS "partyName", l."recipientEmail" AS email, c.waiting, coalesce(held.n, 0) AS held, c.sent
     FROM counted c LEFT JOIN held ON held.key = c.key CROSS JOIN LATERAL (
       SELECT * FROM "CampaignEmail" e WHERE e."campaignId" = $1 AND e."recipientKey" = c.key LIMIT 1
     ) l ORDER BY c.n DESC, l."recipientName"`,
    [campaignId, atMost],
  );
  return rows;
};

/** People of cached look-ups by a part of their name, one row a person and office. */
export const findCachedPeople = async (
  db: Db,
  { search, levels, atMost }: { search: string; levels: readonly GovernmentLevel[]; atMost: number },
) => {
  const rows = await db.prisma.representative.findMany({
    where: {
      name: { contains: search, mode: "insensitive" },
      isVacant: false,
      ...(levels.length === 0 ? {} : { level: { in: [...levels] } }),
    },
    distinct: ["name", "electedOffice", "districtName"],
    orderBy: { name: "asc" },
    take: atMost,
  });
  return rows.map(({ name, electedOffice, districtName, level, partyName, email }) => ({
    name,
    title: electedOffice,
    districtName: districtName ?? "",
    level: level ?? ("MUNICIPAL" as const),
    partyName,
    email,
  }));
};

/**
 * Marks what waits for one person as held: all of it where she is skipped, where she is thanked only what still asks. Gives
 * the ids of letters not held before. The release would find the same; this says it at once.
 */
export const holdForTarget = async (
  db: Db,
  campaignId: string,
  { recipientKey, thanked }: { recipientKey: string; thanked: boolean },
): Promise<string[]> => {
  const rows = await db.prisma.campaignEmail.updateManyAndReturn({
    where: {
      campaignId,
      recipientKey,
      status: "QUEUED",
      letGoAt: null,
      OR: [{ heldReason: null }, { heldReason: { not: "TARGET_SKIPPED" } }],
      ...(thanked ? { NOT: { letterVersion: { handling: "THANK" } } } : {}),
    },
    data: { heldReason: "TARGET_SKIPPED", queuedAt: null },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
};

/** Takes the hold of letters to one person back. Gives their ids. */
export const releaseForTarget = async (db: Db, campaignId: string, recipientKey: string): Promise<string[]> => {
  const rows = await db.prisma.campaignEmail.updateManyAndReturn({
    where: { campaignId, recipientKey, status: "QUEUED", heldReason: "TARGET_SKIPPED" },
    data: { heldReason: null },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
};

export const countLettersOfVersion = (db: Db, letterVersionId: string): Promise<number> =>
  db.prisma.campaignEmail.count({ where: { letterVersionId, status: { in: ["QUEUED", "SENDING"] } } });

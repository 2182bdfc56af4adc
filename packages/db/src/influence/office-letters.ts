import type { Db } from "../client";

export type LettersOfOffice = { campaignId: string; recipientKey: string };

// What the office got as a mail of its own or in a week's mail: not what came back, and nothing an organiser tried out.
const received = `e."campaignId" = $1 AND e."recipientKey" = $2 AND e."status" = 'SENT' AND e."emailMethod" = 'SMTP'
  AND NOT e."isTest" AND e."returnedAt" IS NULL`;

export type OfficeLetterCounts = { total: number; outside: number; waiting: number; firstAt: Date | null };

export const countOfficeLetters = async (db: Db, { campaignId, recipientKey }: LettersOfOffice): Promise<OfficeLetterCounts> => {
  const { rows } = await db.pool.query<OfficeLetterCounts>(
    `SELECT count(*)::int AS total, count(n."letterId")::int AS outside, min(e."sentAt") AS "firstAt",
            (SELECT count(*)::int FROM "CampaignEmail" w WHERE w."campaignId" = $1 AND w."recipientKey" = $2 AND w."status" = 'QUEUED'
              AND w."heldReason" = 'OFFICE_DIGEST') AS waiting
     FROM "CampaignEmail" e LEFT JOIN "NotConstituent" n ON n."letterId" = e."id" WHERE ${received}`,
    [campaignId, recipientKey],
  );
  return rows[0] ?? { total: 0, outside: 0, waiting: 0, firstAt: null };
};

/** Letters handed over on each day that had any, on the clock of `timeZone`. */
export const listOfficeDays = async (
  db: Db,
  { campaignId, recipientKey, timeZone }: LettersOfOffice & { timeZone: string },
): Promise<{ day: string; letters: number }[]> => {
  const { rows } = await db.pool.query<{ day: string; letters: number }>(
    `SELECT to_char(e."sentAt" AT TIME ZONE $3, 'YYYY-MM-DD') AS day, count(*)::int AS letters
     FROM "CampaignEmail" e WHERE ${received} GROUP BY 1 ORDER BY 1`,
    [campaignId, recipientKey, timeZone],
  );
  return rows;
};

export type OfficeLetter = { id: string; name: string | null; place: string | null; at: Date; isOutside: boolean };

/** One page of them, newest first. */
export const listOfficeLetters = async (
  db: Db,
  { campaignId, recipientKey, offset, limit }: LettersOfOffice & { offset: number; limit: number },
): Promise<OfficeLetter[]> => {
  const { rows } = await db.pool.query<OfficeLetter>(
    `SELECT e."id", e."userName" AS name, e."userCity" AS place, e."sentAt" AS at, n."letterId" IS NOT NULL AS "isOutside"
     FROM "CampaignEmail" e LEFT JOIN "NotConstituent" n ON n."letterId" = e."id" WHERE ${received}
     ORDER BY e."sentAt" DESC, e."id" DESC OFFSET $3 LIMIT $4`,
    [campaignId, recipientKey, offset, limit],
  );
  return rows;
};

type Outside = LettersOfOffice & { officeId: string; letterId: string; isOutside: boolean; at: Date };

/** Notes that a letter came from outside the district, or takes the note back. False where the office got no such letter. */
export const markOutside = async (db: Db, { campaignId, recipientKey, officeId, letterId, isOutside, at }: Outside): Promise<boolean> => {
  const { rows } = await db.pool.query(`SELECT 1 FROM "CampaignEmail" e WHERE ${received} AND e."id" = $3`, [
    campaignId,
    recipientKey,
    letterId,
  ]);
  if (rows.length === 0) return false;
  if (isOutside) await db.prisma.notConstituent.createMany({ data: [{ letterId, officeId, at }], skipDuplicates: true });
  else await db.prisma.notConstituent.deleteMany({ where: { letterId, officeId } });
  return true;
};

/** When an office said of a letter that its writer lives outside its district; null where none did. */
export const findNotConstituent = async (db: Db, letterId: string): Promise<Date | null> => {
  const row = await db.prisma.notConstituent.findUnique({ where: { letterId }, select: { at: true } });
  return row?.at ?? null;
};

import type { FollowedLetter, ReplyOutcome } from "@cml/domain/influence";
import type { Locale } from "@cml/domain/kernel";
import type { Db } from "../client";

export type NewFollowUp = {
  id: string;
  campaignId: string;
  submissionId: string;
  email: string;
  locale: Locale;
  tokenHash: string;
  firstDueAt: Date;
  secondDueAt: Date;
};

export type FollowUp = {
  id: string;
  campaignId: string;
  submissionId: string;
  email: string;
  locale: Locale;
  firstDueAt: Date;
  firstSentAt: Date | null;
  secondDueAt: Date;
  secondSentAt: Date | null;
  answeredAt: Date | null;
  stoppedAt: Date | null;
};

/** The question about a submission; there is one for each. */
export const insertFollowUp = async (db: Db, followUp: NewFollowUp): Promise<void> => {
  await db.prisma.followUp.createMany({ data: [followUp], skipDuplicates: true });
};

const followUpColumns = {
  id: true,
  campaignId: true,
  submissionId: true,
  email: true,
  locale: true,
  firstDueAt: true,
  firstSentAt: true,
  secondDueAt: true,
  secondSentAt: true,
  answeredAt: true,
  stoppedAt: true,
} as const;

export const findFollowUp = (db: Db, tokenHash: string): Promise<FollowUp | null> =>
  db.prisma.followUp.findUnique({ where: { tokenHash }, select: followUpColumns });

const openSql = `f."answeredAt" IS NULL AND f."stoppedAt" IS NULL AND f."closedAt" IS NULL`;

/** Questions whose first or second mail is due, longest due first. Demonstrations ask nobody. */
export const listDueFollowUps = async (
  db: Db,
  { now, except, limit }: { now: Date; except: string[]; limit: number },
): Promise<string[]> => {
  const { rows } = await db.pool.query<{ id: string }>(
    `SELECT f."id" FROM "FollowUp" f JOIN "Campaign" c ON c."id" = f."campaignId" AND NOT c."isDemo"
     WHERE f."firstSentAt" IS NULL AND f."firstDueAt" <= $1 AND ${openSql} AND f."id" <> ALL ($2::uuid[])
     UNION ALL
     SELECT f."id" FROM "FollowUp" f JOIN "Campaign" c ON c."id" = f."campaignId" AND NOT c."isDemo"
     WHERE f."firstSentAt" IS NOT NULL AND f."secondSentAt" IS NULL AND f."secondDueAt" <= $1 AND ${openSql} AND f."id" <> ALL ($2::uuid[])
     LIMIT $3`,
    [now, except, limit],
  );
  return rows.map(({ id }) => id);
};

/** Takes a question that is due for the length of the transaction; null when somebody else has it or had it. */
export const lockDueFollowUp = async (db: Db, id: string, now: Date): Promise<FollowUp | null> => {
  const [row] = await db.prisma.$queryRawUnsafe<FollowUp[]>(
    `SELECT f."id", f."campaignId", f."submissionId", f."email", f."locale"::text AS locale, f."firstDueAt", f."firstSentAt", f."secondDueAt",
            f."secondSentAt", f."answeredAt", f."stoppedAt"
     FROM "FollowUp" f
     WHERE f."id" = $1::uuid AND ${openSql} AND f."secondSentAt" IS NULL
       AND ((f."firstSentAt" IS NULL AND f."firstDueAt" <= $2) OR (f."firstSentAt" IS NOT NULL AND f."secondDueAt" <= $2))
     FOR UPDATE SKIP LOCKED`,
    id,
    now,
  );
  return row ?? null;
};

export type FollowUpChange = Partial<{
  tokenHash: string;
  firstDueAt: Date;
  firstSentAt: Date;
  secondDueAt: Date;
  secondSentAt: Date;
  answeredAt: Date;
  stoppedAt: Date | null;
  closedAt: Date;
}>;

export const updateFollowUp = async (db: Db, id: string, change: FollowUpChange): Promise<void> => {
  await db.prisma.followUp.update({ where: { id }, data: change });
};

/** Whether the person still wants to be told; she may have withdrawn it elsewhere. */
export const wantsToBeTold = async (db: Db, { email, campaignId }: { email: string; campaignId: string }): Promise<boolean> =>
  (await db.prisma.consent.count({ where: { email, campaignId, kind: "tellHowItEnds", withdrawnAt: null } })) > 0;

/**
 * No more mails to an address about a campaign: all its questions stop and the box is withdrawn. `back`: the moment at which that
 * was said before, to be taken back.
 */
export const stopTelling = async (
  db: Db,
  { email, campaignId, at, back }: { email: string; campaignId: string; at: Date; back: Date | null },
): Promise<void> => {
  const [was, becomes] = back === null ? [null, at] : [back, null];
  await db.prisma.followUp.updateMany({ where: { email, campaignId, stoppedAt: was }, data: { stoppedAt: becomes } });
  await db.prisma.consent.updateMany({
    where: { email, campaignId, kind: "tellHowItEnds", withdrawnAt: was },
    data: { withdrawnAt: becomes },
  });
};

/** Forgets the questions to an address, or about one form's letters; what was reported about letters stays counted. */
export const deleteFollowUps = async (db: Db, writer: { email: string } | { submissionId: string }): Promise<void> => {
  await db.prisma.followUp.deleteMany({ where: "email" in writer ? { email: writer.email } : { submissionId: writer.submissionId } });
};

type LetterRow = Omit<FollowedLetter, "report"> & { outcome: ReplyOutcome | null; repliedOn: string | null; reportedAt: Date | null };

/** The letters of a submission as the question sees them, in the order they were written; and who wrote them. */
export const listFollowedLetters = async (db: Db, submissionId: string): Promise<{ name: string; letters: FollowedLetter[] }> => {
  const rows = await db.prisma.$queryRaw<(LetterRow & { userName: string | null })[]>`
    SELECT e."id", e."recipientName", e."recipientTitle", e."status"::text AS status, e."userName", e."keptLocally", e."returnedAt",
           e."answeredAt", e."erasedAt", e."handedInAt", coalesce(e."sentAt", e."handedInAt") AS "leftAt",
           EXISTS (
             SELECT 1 FROM "OfficeAccess" o JOIN "OfficeAnswer" a ON a."officeId" = o."id" AND a."status" = 'APPROVED'
             WHERE o."campaignId" = e."campaignId" AND o."recipientKey" = e."recipientKey"
               AND coalesce(e."sentAt", e."handedInAt") <= coalesce(a."moderatedAt", a."createdAt")
           ) AS "answeredToAll",
           r."outcome"::text AS outcome, to_char(r."repliedOn", 'YYYY-MM-DD') AS "repliedOn", r."reportedAt"
    FROM "CampaignEmail" e LEFT JOIN "LetterReport" r ON r."letterId" = e."id"
    WHERE e."submissionId" = ${submissionId}::uuid AND NOT e."isTest" AND e."status" <> 'USER_INFO_CAPTURED'
    ORDER BY e."id"`;
  return {
    name: rows.find(({ userName }) => userName !== null)?.userName ?? "",
    letters: rows.map(({ outcome, repliedOn, reportedAt, userName: _name, ...letter }) => ({
      ...letter,
      report: outcome === null || reportedAt === null ? null : { outcome, repliedOn, reportedAt },
    })),
  };
};

import type { ResponseStatus } from "@cml/domain/influence";
import type { Locale } from "@cml/domain/kernel";
import type { Db } from "../client";

/** An office's answer to everybody, approved and not yet mailed to all it is for. */
export type AnswerToMail = {
  id: string;
  campaignId: string;
  recipientKey: string;
  officeName: string;
  subject: string;
  /** As moderators let it through. */
  text: string;
  responseId: string;
};

const isApproved = { status: "APPROVED" as const, disputedAt: null };

/** The oldest first: those whose approval stood (their own row says so) and stands (the response that moderators decide about). */
export const listAnswersToMail = async (db: Db): Promise<AnswerToMail[]> => {
  const rows = await db.prisma.officeAnswer.findMany({
    where: { mailedAt: null, status: "APPROVED", response: { is: isApproved } },
    include: { office: { select: { recipientKey: true, name: true } }, response: { select: { id: true, shownText: true } } },
    orderBy: { createdAt: "asc" },
    take: 20,
  });
  return rows.flatMap(({ id, campaignId, subject, office, response }) =>
    response === null
      ? []
      : [{ id, campaignId, recipientKey: office.recipientKey, officeName: office.name, subject, text: response.shownText, responseId: response.id }],
  ); // prettier-ignore
};

/** Whether moderators still let it through; holds the row, so that taking it back waits for the mails of this batch and no more. */
export const holdApprovedAnswer = async (db: Db, id: string): Promise<boolean> => {
  const rows = await db.prisma.$queryRaw<{ id: string }[]>`
    SELECT r."id" FROM "RepresentativeResponse" r
    WHERE r."officeAnswerId" = ${id}::uuid AND r."status" = 'APPROVED' AND r."disputedAt" IS NULL FOR SHARE`;
  return rows.length === 1;
};

/** `followUpId`: the row behind the link that ends these mails; null where there is none. */
export type AnswerReader = { email: string; name: string; locale: Locale; followUpId: string | null };

type Readers = { campaignId: string; recipientKey: string; now: Date };

// $1 campaign, $2 recipient, $3 now. Who said "no more of these mails" gets none of them.
const readersSql = `FROM "Consent" c JOIN "CampaignEmail" e ON e."userEmail" = c."email" AND e."campaignId" = c."campaignId"
  WHERE c."campaignId" = $1 AND c."kind" = 'tellHowItEnds' AND c."withdrawnAt" IS NULL AND (c."expiresAt" IS NULL OR c."expiresAt" > $3)
    AND e."recipientKey" = $2 AND e."status" = 'SENT' AND NOT e."isTest" AND e."erasedAt" IS NULL
    AND NOT EXISTS (SELECT 1 FROM "FollowUp" s WHERE s."campaignId" = $1 AND s."email" = c."email" AND s."stoppedAt" IS NOT NULL)`;

/** Who asked to be told how a campaign ends and wrote to this office, each once, by address. */
export const listAnswerReaders = async (
  db: Db,
  { campaignId, recipientKey, now, after, atMost }: Readers & { after: string; atMost: number },
): Promise<AnswerReader[]> => {
  const { rows } = await db.pool.query<AnswerReader>(
    `SELECT c."email", coalesce(max(e."userName"), '') AS name, (array_agg(c."locale" ORDER BY c."givenAt" DESC))[1] AS locale,
            (SELECT f."id" FROM "FollowUp" f WHERE f."campaignId" = $1 AND f."email" = c."email" ORDER BY f."firstDueAt" DESC LIMIT 1) AS "followUpId"
     ${readersSql} AND c."email" > $4 GROUP BY c."email" ORDER BY c."email" LIMIT $5`,
    [campaignId, recipientKey, now, after, atMost],
  );
  return rows;
};

/** How many that would be. */
export const countAnswerReaders = async (db: Db, { campaignId, recipientKey, now }: Readers): Promise<number> => {
  const { rows } = await db.pool.query<{ n: number }>(`SELECT count(DISTINCT c."email")::int AS n ${readersSql}`, [
    campaignId,
    recipientKey,
    now,
  ]);
  return rows[0]?.n ?? 0;
};

export const countMailedAnswers = async (db: Db, id: string, mailed: number): Promise<void> => {
  if (mailed > 0) await db.prisma.officeAnswer.update({ where: { id }, data: { mailedCount: { increment: mailed } } });
};

/** Everybody it is for has been mailed. */
export const finishOfficeAnswer = async (db: Db, id: string, at: Date): Promise<void> => {
  await db.prisma.officeAnswer.updateMany({ where: { id, mailedAt: null }, data: { mailedAt: at } });
};

export type NewOfficeAnswer = {
  id: string;
  officeId: string;
  campaignId: string;
  subject: string;
  text: string;
  locale: Locale;
  createdAt: Date;
};

export const insertOfficeAnswer = async (db: Db, answer: NewOfficeAnswer): Promise<void> => {
  await db.prisma.officeAnswer.create({ data: answer });
};

/** An office's answer as its own page tells it; the decision is that of its response. */
export type OwnAnswer = {
  id: string;
  subject: string;
  text: string;
  status: ResponseStatus;
  rejectReason: string | null;
  createdAt: Date;
  mailedCount: number;
  mailedAt: Date | null;
};

/** The newest answer of an office; one whose response was removed counts as refused. */
export const findOfficeAnswer = async (db: Db, officeId: string): Promise<OwnAnswer | null> => {
  const row = await db.prisma.officeAnswer.findFirst({
    where: { officeId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    include: { response: { select: { status: true, rejectReason: true } } },
  });
  if (row === null) return null;
  const { id, subject, text, createdAt, mailedCount, mailedAt, response } = row;
  const { status = "REJECTED", rejectReason = row.rejectReason } = response ?? {};
  return { id, subject, text, createdAt, mailedCount, mailedAt, status, rejectReason };
};

/** Holds an office until the transaction ends: two answers written at once are one after the other. */
export const holdOffice = async (db: Db, officeId: string): Promise<void> => {
  await db.prisma.$queryRaw`SELECT 1 FROM "OfficeAccess" WHERE "id" = ${officeId}::uuid FOR UPDATE`;
};

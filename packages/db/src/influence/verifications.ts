import type { Locale } from "@cml/domain/kernel";
import type { Db } from "../client";

export type Verification = {
  id: string;
  email: string;
  /** JSON of what waits; null once used or expired. */
  tempCampaignData: string | null;
  campaignId: string | null;
  createdAt: Date;
  expiresAt: Date;
  used: boolean;
  locale: Locale;
};

export type NewVerification = {
  id: string;
  tokenHash: string;
  email: string;
  campaignId: string;
  locale: Locale;
  createdAt: Date;
  expiresAt: Date;
  /** Null: the address counts as confirmed already, and so this one as used. */
  tempCampaignData: string | null;
};

/** False when this id waits already: the same submission came twice. */
export const insertVerification = async (db: Db, { tokenHash, ...verification }: NewVerification): Promise<boolean> => {
  const used = verification.tempCampaignData === null;
  const { count } = await db.prisma.emailVerification.createMany({
    data: [{ ...verification, token: tokenHash, purpose: "LETTER", used, usedAt: used ? verification.createdAt : null }],
    skipDuplicates: true,
  });
  return count === 1;
};

export const findVerification = (db: Db, tokenHash: string): Promise<Verification | null> =>
  db.prisma.emailVerification.findUnique({ where: { token: tokenHash, purpose: "LETTER" }, select });

export const findVerificationById = (db: Db, id: string): Promise<Verification | null> =>
  db.prisma.emailVerification.findUnique({ where: { id, purpose: "LETTER" }, select });

/** The same, holding the row until the transaction ends: two clicks follow one another. */
export const lockVerification = async (db: Db, tokenHash: string): Promise<Verification | null> => {
  await db.prisma.$queryRaw`SELECT 1 FROM "EmailVerification" WHERE "token" = ${tokenHash} FOR UPDATE`;
  return findVerification(db, tokenHash);
};

/** The waiting letter is erased in the same breath: it lives on as rows. */
export const useVerification = async (db: Db, id: string, usedAt: Date): Promise<void> => {
  await db.prisma.emailVerification.update({ where: { id }, data: { used: true, usedAt, tempCampaignData: null } });
};

/** Letters of live campaigns still waiting for their confirmation whose link ends before `endsBefore`, never reminded of yet. */
export const listUnreminded = (db: Db, { now, endsBefore }: { now: Date; endsBefore: Date }): Promise<Verification[]> =>
  db.prisma.emailVerification.findMany({
    where: {
      purpose: "LETTER",
      used: false,
      remindedAt: null,
      tempCampaignData: { not: null },
      expiresAt: { gt: now, lt: endsBefore },
      campaign: { status: "ACTIVE", isDemo: false },
    },
    orderBy: { expiresAt: "asc" },
    take: 500,
    select,
  });

/** False when somebody else reminded, or the letter was confirmed meanwhile. */
export const markReminded = async (db: Db, id: string, now: Date): Promise<boolean> => {
  const { count } = await db.prisma.emailVerification.updateMany({
    where: { id, used: false, remindedAt: null, tempCampaignData: { not: null } },
    data: { remindedAt: now },
  });
  return count === 1;
};

const select = {
  id: true,
  email: true,
  tempCampaignData: true,
  campaignId: true,
  createdAt: true,
  expiresAt: true,
  used: true,
  locale: true,
} as const;

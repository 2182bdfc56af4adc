import type { Locale } from "@cml/domain/kernel";
import type { Db } from "../client";

export type Verification = {
  id: string;
  email: string;
  /** JSON of what waits; null once used. */
  tempCampaignData: string | null;
  campaignId: string | null;
  expiresAt: Date;
  used: boolean;
  locale: Locale;
};

export type NewVerification = {
  id: string;
  tokenHash: string;
  email: string;
  tempCampaignData: string;
  campaignId: string;
  locale: Locale;
  createdAt: Date;
  expiresAt: Date;
};

/** False when this id waits already: the same submission came twice. */
export const insertVerification = async (db: Db, { tokenHash, ...verification }: NewVerification): Promise<boolean> => {
  const { count } = await db.prisma.emailVerification.createMany({
    data: [{ ...verification, token: tokenHash, purpose: "LETTER" }],
    skipDuplicates: true,
  });
  return count === 1;
};

export const findVerification = (db: Db, tokenHash: string): Promise<Verification | null> =>
  db.prisma.emailVerification.findUnique({ where: { token: tokenHash, purpose: "LETTER" }, select });

export const findVerificationById = (db: Db, id: string): Promise<Verification | null> =>
  db.prisma.emailVerification.findUnique({ where: { id }, select });

/** The same, holding the row until the transaction ends: two clicks follow one another. */
export const lockVerification = async (db: Db, tokenHash: string): Promise<Verification | null> => {
  await db.prisma.$queryRaw`SELECT 1 FROM "EmailVerification" WHERE "token" = ${tokenHash} FOR UPDATE`;
  return findVerification(db, tokenHash);
};

/** The waiting letter is erased in the same breath: it lives on as rows. */
export const useVerification = async (db: Db, id: string, usedAt: Date): Promise<void> => {
  await db.prisma.emailVerification.update({ where: { id }, data: { used: true, usedAt, tempCampaignData: null } });
};

const select = { id: true, email: true, tempCampaignData: true, campaignId: true, expiresAt: true, used: true, locale: true } as const;

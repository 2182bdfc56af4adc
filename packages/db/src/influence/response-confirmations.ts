import type { Locale } from "@cml/domain/kernel";
import type { Db } from "../client";

/** A mailed link that brings one response to the moderators; its id is the response's. */
export type ResponseConfirmation = { id: string; email: string; expiresAt: Date; used: boolean };

type NewResponseConfirmation = {
  id: string;
  tokenHash: string;
  email: string;
  campaignId: string;
  locale: Locale;
  createdAt: Date;
  expiresAt: Date;
};

export const insertResponseConfirmation = async (db: Db, { tokenHash, ...confirmation }: NewResponseConfirmation): Promise<void> => {
  await db.prisma.emailVerification.createMany({
    data: [{ ...confirmation, token: tokenHash, purpose: "RESPONSE" }],
    skipDuplicates: true,
  });
};

export const findResponseConfirmation = (db: Db, tokenHash: string): Promise<ResponseConfirmation | null> =>
  db.prisma.emailVerification.findUnique({ where: { token: tokenHash, purpose: "RESPONSE" }, select });

/** The one of a response, while its link may still be used. */
export const findConfirmationOf = (db: Db, responseId: string): Promise<ResponseConfirmation | null> =>
  db.prisma.emailVerification.findUnique({ where: { id: responseId, purpose: "RESPONSE" }, select });

export const useResponseConfirmation = async (db: Db, id: string, usedAt: Date): Promise<void> => {
  await db.prisma.emailVerification.update({ where: { id }, data: { used: true, usedAt } });
};

const select = { id: true, email: true, expiresAt: true, used: true } as const;

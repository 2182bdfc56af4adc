import type { Locale } from "@cml/domain/kernel";
import type { Db } from "../client";

export type NewConsent = {
  id: string;
  kind: string;
  wordingVersion: string;
  wording: string;
  source: string;
  locale: Locale;
  email: string;
  campaignId: string;
  givenAt: Date;
};

export const insertConsents = async (db: Db, consents: NewConsent[]): Promise<void> => {
  await db.prisma.consent.createMany({ data: consents });
};

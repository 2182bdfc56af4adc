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

export const insertConsents = async (db: Db, consents: NewConsent[]): Promise<void> =>
  void (await db.prisma.consent.createMany({ data: consents }));

/** Appends to a stored counter of a campaign; a job folds the deltas in. */
export const countForCampaign = async (
  db: Db,
  delta: { id: string; campaignId: string; counter: "emailCount" | "callCount" | "responseCount"; by: number },
): Promise<void> =>
  void (await db.prisma.counterDelta.create({
    data: { id: delta.id, entity: "Campaign", entityId: delta.campaignId, counter: delta.counter, delta: delta.by },
  }));

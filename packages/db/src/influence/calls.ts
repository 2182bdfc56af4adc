import type { CallOutcome, GovernmentLevel } from "@cml/domain/influence";
import type { Db } from "../client";

export type NewCall = {
  id: string;
  representativeName: string;
  representativeTitle: string | null;
  representativeLevel: GovernmentLevel | null;
  recipientKey: string | null;
  phoneNumber: string;
  officeType: string | null;
  callerName: string | null;
  callerEmail: string | null;
  postalCode: string | null;
  campaignId: string;
  campaignSlug: string;
  callerIp: string | null;
  calledAt: Date;
  outcome: CallOutcome;
  source: string | null;
};

/** False when this id was recorded already. */
export const insertCall = async (db: Db, call: NewCall): Promise<boolean> =>
  (await db.prisma.call.createMany({ data: [call], skipDuplicates: true })).count === 1;

/** A recorded call of this campaign, locked until the transaction ends. */
export const lockCall = async (db: Db, { id, campaignId }: { id: string; campaignId: string }): Promise<string | null> => {
  const rows = await db.prisma.$queryRaw<{ outcome: string | null }[]>`
    SELECT "outcome" FROM "Call" WHERE "id" = ${id}::uuid AND "campaignId" = ${campaignId}::uuid FOR UPDATE`;
  return rows[0]?.outcome ?? null;
};

export const updateCallOutcome = async (db: Db, id: string, outcome: CallOutcome): Promise<void> => {
  await db.prisma.call.update({ where: { id }, data: { outcome } });
};

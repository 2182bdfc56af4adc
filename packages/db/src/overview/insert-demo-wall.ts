import type { GovernmentLevel, ReplyHistogram } from "@cml/domain/influence";
import type { Db } from "../client";

export type DemoOffice = {
  id: string;
  campaignId: string;
  recipientKey: string;
  name: string;
  title: string;
  level: GovernmentLevel;
  email: string;
  createdAt: Date;
};

export const insertDemoOffice = async (tx: Db, office: DemoOffice): Promise<void> => {
  await tx.prisma.officeAccess.create({ data: { ...office, firstOpenedAt: office.createdAt } });
};

/** An approved answer, as if it had been mailed to those who asked for it. */
export const settleDemoAnswer = async (tx: Db, id: string, { at, mailedCount }: { at: Date; mailedCount: number }): Promise<void> => {
  await tx.prisma.officeAnswer.update({ where: { id }, data: { status: "APPROVED", moderatedAt: at, mailedAt: at, mailedCount } });
};

export const insertDemoUpvotes = async (
  tx: Db,
  responseId: string,
  votes: readonly { id: string; userId: string; userEmail: string; createdAt: Date }[],
): Promise<void> => {
  await tx.prisma.responseUpvote.createMany({ data: votes.map((vote) => ({ ...vote, responseId })) });
  await tx.prisma.representativeResponse.update({ where: { id: responseId }, data: { upvoteCount: votes.length } });
};

export type DemoFacts = {
  recipientKey: string;
  name: string;
  title: string;
  level: GovernmentLevel;
  handedOver: number;
  returned: number;
  replies: number;
  acknowledged: number;
  nothing: number;
  medianDays: number | null;
  repliesByDay: ReplyHistogram;
  repliesAfter: ReplyHistogram;
};

/** Facts about letters that nobody wrote: what triggers noted about the demo so far would count them anew. */
export const insertDemoFacts = async (tx: Db, campaignId: string, facts: readonly (DemoFacts & { id: string })[]): Promise<void> => {
  await tx.prisma.replyTally.deleteMany({ where: { campaignId } });
  await tx.prisma.replyFacts.createMany({ data: facts.map((one) => ({ ...one, campaignId })) });
};

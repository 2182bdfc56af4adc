import type { CampaignEmailStatus, EmailMethod } from "@cml/domain/influence";
import type { Db } from "../client";
import { ourMails, type Writer } from "./letter-erasure";

export type KeptAbout = {
  letters: {
    campaignTitle: string;
    recipientName: string;
    createdAt: Date;
    status: string;
    erasedAt: Date | null;
    userName: string | null;
    userEmail: string | null;
    userPostalCode: string | null;
    userStreet: string | null;
    userCity: string | null;
    source: string | null;
    senderIp: string | null;
    claimedSentAt: Date | null;
    emailMethod: string;
    replies: number;
  }[];
  waiting: { campaignTitle: string; createdAt: Date; expiresAt: Date }[];
  consents: { kind: string; givenAt: Date; expiresAt: Date | null }[];
  browsers: { confirmedAt: Date; expiresAt: Date }[];
  calls: { name: string; calledAt: Date }[];
  followUps: { campaignTitle: string; secondDueAt: Date; answeredAt: Date | null }[];
  mails: number;
};

export type ReceiptRow = {
  id: string;
  campaignId: string;
  submissionId: string | null;
  verificationId: string | null;
  userEmail: string | null;
  status: CampaignEmailStatus;
  emailMethod: EmailMethod;
  createdAt: Date;
  erasedAt: Date | null;
};

const receiptColumns = {
  id: true,
  campaignId: true,
  submissionId: true,
  verificationId: true,
  userEmail: true,
  status: true,
  emailMethod: true,
  createdAt: true,
  erasedAt: true,
} as const;

/** What a receipt's letters tell about whose they are. */
export const listReceiptRows = (db: Db, receiptTokenHash: string): Promise<ReceiptRow[]> =>
  db.prisma.campaignEmail.findMany({ where: { receiptTokenHash }, orderBy: { id: "asc" }, select: receiptColumns });

const mostRows = 500;

/** The same of the latest letters written under an address, oldest first. */
export const listRowsOfAddress = async (db: Db, userEmail: string): Promise<ReceiptRow[]> => {
  const rows = await db.prisma.campaignEmail.findMany({
    where: { userEmail },
    orderBy: { id: "desc" },
    take: mostRows,
    select: receiptColumns,
  });
  return rows.reverse();
};

/** Everything kept about a writer, newest first; of an unconfirmed address only what its own form wrote. */
export const listKeptAbout = async (db: Db, writer: Writer, now: Date): Promise<KeptAbout> => {
  const byEmail = "email" in writer ? writer.email : null;
  const rows = await db.prisma.campaignEmail.findMany({
    where: "email" in writer ? { userEmail: writer.email } : { receiptTokenHash: writer.receiptTokenHash },
    include: { campaign: { select: { title: true } }, _count: { select: { inbound: true } } },
    orderBy: { id: "desc" },
    take: mostRows,
  });
  const letters = rows.map(({ campaign, _count, ...row }) => ({ ...row, campaignTitle: campaign.title, replies: _count.inbound }));
  const followUps = await listKeptFollowUps(db, writer);
  if (byEmail === null) return { letters, waiting: [], consents: [], browsers: [], calls: [], followUps, mails: 0 };
  const [waiting, consents, browsers, calls, mails] = await Promise.all([
    db.prisma.emailVerification.findMany({
      where: { email: byEmail, purpose: "LETTER", used: false, tempCampaignData: { not: null }, expiresAt: { gt: now } },
      select: { createdAt: true, expiresAt: true, campaign: { select: { title: true } } },
    }),
    db.prisma.consent.findMany({ where: { email: byEmail, withdrawnAt: null }, select: { kind: true, givenAt: true, expiresAt: true } }),
    db.prisma.confirmedBrowser.findMany({ where: { email: byEmail }, select: { confirmedAt: true, expiresAt: true } }),
    db.prisma.call.findMany({ where: { callerEmail: byEmail }, select: { representativeName: true, calledAt: true }, take: mostRows }),
    db.prisma.emailLog.count({ where: { recipientEmail: byEmail, OR: ourMails } }),
  ]);
  return {
    letters,
    waiting: waiting.map(({ campaign, ...one }) => ({ ...one, campaignTitle: campaign?.title ?? "" })),
    consents,
    browsers,
    calls: calls.map(({ representativeName, calledAt }) => ({ name: representativeName, calledAt })),
    followUps,
    mails,
  };
};

const listKeptFollowUps = async (db: Db, writer: Writer): Promise<KeptAbout["followUps"]> => {
  const rows = await db.prisma.followUp.findMany({
    where: "email" in writer ? { email: writer.email } : { submissionId: writer.submissionId },
    select: { secondDueAt: true, answeredAt: true, campaign: { select: { title: true } } },
    take: mostRows,
  });
  return rows.map(({ campaign, ...row }) => ({ ...row, campaignTitle: campaign.title }));
};

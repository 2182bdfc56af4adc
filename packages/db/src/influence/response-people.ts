import type { GovernmentLevel } from "@cml/domain/influence";
import type { Db } from "../client";

/** Somebody a campaign wrote to, as her letters or what staff noted about her say. */
export type KnownPerson = {
  recipientKey: string;
  name: string;
  title: string | null;
  level: GovernmentLevel | null;
  partyName: string | null;
  email: string | null;
};

/** The person of this key in a campaign: by its newest letter to her, else by staff's notes; null for nobody. */
export const findPersonOfCampaign = async (db: Db, campaignId: string, recipientKey: string): Promise<KnownPerson | null> => {
  const letter = await db.prisma.campaignEmail.findFirst({
    where: { campaignId, recipientKey, status: { not: "USER_INFO_CAPTURED" } },
    orderBy: { createdAt: "desc" },
    select: { recipientName: true, recipientTitle: true, recipientLevel: true, recipientParty: true, recipientEmail: true },
  });
  if (letter !== null)
    return {
      recipientKey,
      name: letter.recipientName,
      title: letter.recipientTitle,
      level: letter.recipientLevel,
      partyName: letter.recipientParty,
      email: letter.recipientEmail === "" ? null : letter.recipientEmail,
    };
  const noted = await db.prisma.campaignTarget.findFirst({ where: { campaignId, recipientKey } });
  return noted === null ? null : { ...noted };
};

/** Which of these letters have a response already. */
export const listResponsesOfLetters = (db: Db, letterIds: readonly string[]): Promise<{ id: string; letterId: string | null }[]> =>
  db.prisma.representativeResponse.findMany({ where: { letterId: { in: [...letterIds] } }, select: { id: true, letterId: true } });

type ProposableMail = { id: string; letterId: string; text: string; receivedAt: Date; taken: boolean };

/** A reply that came in by mail to one of these letters; null where there is none, or its text is no longer kept. */
export const findProposableMail = async (db: Db, id: string, letterIds: readonly string[]): Promise<ProposableMail | null> => {
  const row = await db.prisma.inboundMessage.findFirst({
    where: { id, kind: "REPLY", letterId: { in: [...letterIds] } },
    select: { id: true, letterId: true, text: true, receivedAt: true, response: { select: { id: true } } },
  });
  if (row?.letterId === undefined || row.letterId === null || row.text === null) return null;
  return { id: row.id, letterId: row.letterId, text: row.text, receivedAt: row.receivedAt, taken: row.response !== null };
};

/** The newest reply to each of these letters that nobody put on the wall yet. */
export const listOpenReplies = async (db: Db, letterIds: readonly string[]): Promise<{ id: string; letterId: string }[]> => {
  const rows = await db.prisma.inboundMessage.findMany({
    where: { kind: "REPLY", letterId: { in: [...letterIds] }, text: { not: null }, response: null },
    orderBy: { receivedAt: "desc" },
    select: { id: true, letterId: true },
  });
  const known = new Set<string>();
  return rows.flatMap(({ id, letterId }) => {
    if (letterId === null || known.has(letterId)) return [];
    known.add(letterId);
    return [{ id, letterId }];
  });
};

type MailOfResponse = { fromEmail: string | null; subject: string | null; text: string | null; receivedAt: Date };

/** The mail a response was taken from, as the office sent it. */
export const findInboundOfResponse = (db: Db, id: string): Promise<MailOfResponse | null> =>
  db.prisma.inboundMessage.findUnique({ where: { id }, select: { fromEmail: true, subject: true, text: true, receivedAt: true } });

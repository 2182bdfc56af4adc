import type { Db } from "../client";

/** Whose letters: everything under a confirmed address, or what one form wrote. */
export type Writer = { email: string } | { receiptTokenHash: string; submissionId: string };

const lettersOf = (writer: Writer) => ("email" in writer ? { userEmail: writer.email } : { receiptTokenHash: writer.receiptTokenHash });

// The reply token stays: it names nobody, and an answer that comes later is still known to be to this letter.
const nobody = {
  userId: null,
  userName: null,
  userEmail: null,
  userPostalCode: null,
  userStreet: null,
  userCity: null,
  senderIp: null,
  subject: "",
  message: "",
} as const;

/** Takes letters that have not left out of the queue; gives their ids. */
export const cancelWaitingLetters = async (db: Db, writer: Writer): Promise<string[]> => {
  const rows = await db.prisma.campaignEmail.updateManyAndReturn({
    where: { ...lettersOf(writer), status: "QUEUED" },
    data: { status: "CANCELLED", heldReason: null, nextAttemptAt: null },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
};

/**
 * Empties what says who wrote and what, and keeps what is counted. Letters on their way (or waiting, where they were not
 * cancelled) still need their words and stay. Gives ids, the storage keys of replies to delete, and how many stayed.
 */
export const eraseLetters = async (db: Db, writer: Writer, now: Date): Promise<{ ids: string[]; rawKeys: string[]; left: number }> => {
  const where = { ...lettersOf(writer), erasedAt: null };
  const logged = await db.prisma.campaignEmail.findMany({ where: { ...where, messageId: { not: null } }, select: { messageId: true } });
  const rows = await db.prisma.campaignEmail.updateManyAndReturn({
    where: { ...where, status: { notIn: ["QUEUED", "SENDING"] } },
    data: { ...nobody, erasedAt: now },
    select: { id: true },
  });
  const ids = rows.map(({ id }) => id);
  const replies = await db.prisma.inboundMessage.findMany({
    where: { letterId: { in: ids }, rawKey: { not: null } },
    select: { rawKey: true },
  });
  await db.prisma.inboundMessage.updateMany({ where: { letterId: { in: ids } }, data: { text: null, subject: null, rawKey: null } });
  await db.prisma.letterEvent.updateMany({
    where: { letterId: { in: ids }, kind: { in: ["REPLY", "AUTO_REPLY"] } },
    data: { words: null },
  });
  await db.prisma.emailLog.updateMany({
    where: { messageId: { in: logged.flatMap(({ messageId }) => (messageId === null ? [] : [messageId])) } },
    data: { senderName: null, senderEmail: null, message: null, postalCode: null, senderIp: null },
  });
  const left = await db.prisma.campaignEmail.count({ where });
  return { ids, rawKeys: replies.flatMap(({ rawKey }) => (rawKey === null ? [] : [rawKey])), left };
};

/** Letters that wait for a confirmation, and links for boxes; gives how many went. */
export const deleteVerifications = async (db: Db, writer: Writer): Promise<number> => {
  const where =
    "email" in writer
      ? { email: writer.email, purpose: "LETTER" }
      : { purpose: "LETTER", tempCampaignData: { contains: `"submissionId":"${writer.submissionId}"` } };
  const waiting = await db.prisma.emailVerification.count({ where: { ...where, used: false } });
  await db.prisma.emailVerification.deleteMany({ where });
  return waiting;
};

/** Mails about somebody's own letters and the replies she shared. */
export const ourMails = ["letter-", "response-", "upvote-"].map((start) => ({ templateKey: { startsWith: start } }));

/** What else is kept under a confirmed address: browsers, mails to it, consents, calls. */
export const eraseAddress = async (db: Db, email: string, now: Date): Promise<void> => {
  await db.prisma.confirmedBrowser.deleteMany({ where: { email } });
  await db.prisma.consent.updateMany({ where: { email, withdrawnAt: null }, data: { withdrawnAt: now } });
  await db.prisma.consent.updateMany({ where: { email }, data: { email: null } });
  await db.prisma.call.updateMany({
    where: { callerEmail: email },
    data: { callerName: null, callerEmail: null, postalCode: null, callerIp: null },
  });
  await db.prisma.emailLog.deleteMany({ where: { recipientEmail: email, OR: ourMails } });
  await db.prisma.templateMail.deleteMany({ where: { toEmail: email, status: { not: "SENDING" }, OR: ourMails } });
};

/** Remembers, as a keyed hash, that this address was erased: imports and forms obey it. */
export const suppress = async (db: Db, { id, keyHash, now }: { id: string; keyHash: string; now: Date }): Promise<void> => {
  const key = { kind: "email", keyHash };
  await db.prisma.suppression.createMany({ data: [{ id, ...key, reason: "erased", createdAt: now }], skipDuplicates: true });
};

/** Its owner came back and said yes to something. */
export const liftSuppression = async (db: Db, keyHash: string): Promise<void> => {
  await db.prisma.suppression.deleteMany({ where: { kind: "email", keyHash } });
};

import type { CampaignEmailStatus, EmailMethod, GovernmentLevel } from "@cml/domain/influence";
import type { Locale } from "@cml/domain/kernel";
import type { Db } from "../client";

export type NewLetter = {
  id: string;
  campaignId: string;
  campaignSlug: string;
  userId: string | null;
  userEmail: string | null;
  userName: string;
  userPostalCode: string | null;
  userStreet?: string | null;
  userCity?: string | null;
  recipientEmail: string;
  recipientName: string;
  recipientTitle: string | null;
  recipientLevel: GovernmentLevel | null;
  recipientKey?: string | null;
  recipientParty?: string | null;
  recipientAddress?: string | null;
  letterVersionId?: string | null;
  subject: string;
  message: string;
  editedShare?: number | null;
  source?: string | null;
  senderIp: string | null;
  submissionId: string;
  receiptTokenHash: string;
  /** The unique rule behind "once". */
  onceKey: string;
  verificationId: string | null;
  locale: Locale;
  createdAt: Date;
};

/** A letter that we send waits as QUEUED; one that its writer brings on its way is CLICKED. */
export type LetterToWrite = NewLetter & { emailMethod?: EmailMethod; status?: "QUEUED" | "CLICKED" | "USER_INFO_CAPTURED" };

/**
 * Writes letters, skipping those whose once key is taken; gives the once keys that were written. The row is its own outbox
 * entry: QUEUED with no `queuedAt` means no job has it yet, and the release sweep finds it.
 */
export const insertLetters = async (db: Db, letters: LetterToWrite[]): Promise<string[]> => {
  const written = await db.prisma.campaignEmail.createManyAndReturn({
    data: letters.map(({ emailMethod = "SMTP", status = "QUEUED", ...letter }) => ({ ...letter, emailMethod, status })),
    skipDuplicates: true,
    select: { onceKey: true },
  });
  return written.flatMap(({ onceKey }) => (onceKey === null ? [] : [onceKey]));
};

export type LetterOfSubmission = {
  id: string;
  onceKey: string | null;
  userEmail: string | null;
  emailMethod: EmailMethod;
  status: CampaignEmailStatus;
  recipientEmail: string;
  recipientKey: string | null;
  claimedSentAt: Date | null;
};

/** What one form wrote so far, oldest first. */
export const listLettersOfSubmission = (db: Db, submissionId: string): Promise<LetterOfSubmission[]> =>
  db.prisma.campaignEmail.findMany({
    where: { submissionId },
    orderBy: { id: "asc" },
    select: {
      id: true,
      onceKey: true,
      userEmail: true,
      emailMethod: true,
      status: true,
      recipientEmail: true,
      recipientKey: true,
      claimedSentAt: true,
    },
  });

export const countLettersOfSubmission = (db: Db, submissionId: string): Promise<number> =>
  db.prisma.campaignEmail.count({ where: { submissionId, emailMethod: "SMTP", status: { not: "USER_INFO_CAPTURED" } } });

/**
 * Removes what a form wrote before its writer chose another way: details without a letter, and letters opened or printed
 * that nobody said were sent.
 */
export const deleteUnsentOfSubmission = async (db: Db, submissionId: string): Promise<void> => {
  await db.prisma.campaignEmail.deleteMany({ where: { submissionId, status: { in: ["CLICKED", "USER_INFO_CAPTURED"] } } });
};

export type CapturedDetails = { userName: string; userEmail: string; userPostalCode: string | null };

/** Corrects details that were given before a way to send was chosen. */
export const updateCapturedInfo = async (db: Db, id: string, details: CapturedDetails): Promise<void> => {
  await db.prisma.campaignEmail.updateMany({ where: { id, status: "USER_INFO_CAPTURED" }, data: details });
};

import type { CampaignEmailStatus, EmailMethod, GovernmentLevel } from "@cml/domain/influence";
import type { Locale } from "@cml/domain/kernel";
import type { Db } from "../client";
import { runSql } from "../run-sql";

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
  if (letters.length === 0) return [];
  const rows = letters.map(({ emailMethod = "SMTP", status = "QUEUED", ...letter }) => ({ ...letter, emailMethod, status }));
  const written = await runSql<{ onceKey: string }>(db, insertSql, [JSON.stringify(rows)]);
  return written.map(({ onceKey }) => onceKey);
};

// Every column that NewLetter may name; whatever a letter leaves out is null, as in the table.
const columns = [
  "id", "campaignId", "campaignSlug", "userId", "userEmail", "userName", "userPostalCode", "userStreet", "userCity",
  "recipientEmail", "recipientName", "recipientTitle", "recipientLevel", "recipientKey", "recipientParty", "recipientAddress",
  "letterVersionId", "subject", "message", "editedShare", "source", "emailMethod", "status", "senderIp", "submissionId",
  "receiptTokenHash", "onceKey", "verificationId", "locale", "createdAt",
] as const satisfies (keyof LetterToWrite)[]; // prettier-ignore
const columnList = columns.map((column) => `"${column}"`).join(", ");
const insertSql = {
  name: "insert-letters",
  text: `INSERT INTO "CampaignEmail" (${columnList})
         SELECT ${columnList} FROM jsonb_populate_recordset(NULL::"CampaignEmail", $1::jsonb)
         ON CONFLICT DO NOTHING RETURNING "onceKey"`,
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
  runSql<LetterOfSubmission>(db, ofSubmissionSql, [submissionId]);

const ofSubmissionSql = {
  name: "letters-of-submission",
  text: `SELECT "id", "onceKey", "userEmail", "emailMethod"::text AS "emailMethod", "status"::text AS "status", "recipientEmail",
                "recipientKey", "claimedSentAt"
         FROM "CampaignEmail" WHERE "submissionId" = $1::uuid ORDER BY "id"`,
};

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

import {
  type CampaignEmailStatus,
  type GovernmentLevel,
  type Letter,
  type LetterSummary,
  type ListLettersInput,
  letterSchema,
} from "@cml/domain/influence";
import { type Locale, type Page, sliceOf } from "@cml/domain/kernel";
import type { Db } from "../client";
import type { Prisma } from "../generated/client";
import { escapeLike } from "../escape-like";

export const toLetter = (row: Prisma.CampaignEmailGetPayload<object>): Letter => letterSchema.parse(row);

export type NewLetter = {
  id: string;
  campaignId: string;
  campaignSlug: string;
  userId: string | null;
  userEmail: string;
  userName: string;
  userPostalCode: string;
  recipientEmail: string;
  recipientName: string;
  recipientTitle: string;
  recipientLevel: GovernmentLevel | null;
  subject: string;
  message: string;
  senderIp: string | null;
  submissionId: string;
  receiptTokenHash: string;
  /** The unique rule behind "once"; see the domain's onceKeyParts. */
  onceKey: string;
  verificationId: string | null;
  locale: Locale;
  createdAt: Date;
};

/**
 * Writes letters as QUEUED, skipping those whose once key is taken; gives the once keys that were written. The row is its
 * own outbox entry: QUEUED with no `queuedAt` means no job has it yet, and the release sweep finds it.
 */
export const insertLetters = async (db: Db, letters: NewLetter[]): Promise<string[]> => {
  const written = await db.prisma.campaignEmail.createManyAndReturn({
    data: letters.map((letter) => ({ ...letter, emailMethod: "SMTP" as const, status: "QUEUED" as const })),
    skipDuplicates: true,
    select: { onceKey: true },
  });
  return written.flatMap(({ onceKey }) => (onceKey === null ? [] : [onceKey]));
};

export const findLetter = async (db: Db, id: string): Promise<Letter | null> => {
  const row = await db.prisma.campaignEmail.findUnique({ where: { id } });
  return row === null ? null : toLetter(row);
};

export const listLettersByReceipt = async (db: Db, receiptTokenHash: string): Promise<Letter[]> =>
  (await db.prisma.campaignEmail.findMany({ where: { receiptTokenHash }, orderBy: { id: "asc" } })).map(toLetter);

export const countLettersOfSubmission = (db: Db, submissionId: string): Promise<number> =>
  db.prisma.campaignEmail.count({ where: { submissionId } });

export const listLetters = async (db: Db, input: ListLettersInput): Promise<Page<LetterSummary>> => {
  const { campaignId, status, search, page, pageSize } = input;
  const { offset, limit } = sliceOf(input);
  const contains = { contains: escapeLike(search), mode: "insensitive" as const };
  const where: Prisma.CampaignEmailWhereInput = {
    campaignId,
    ...(status === null ? {} : { status }),
    ...(search === ""
      ? {}
      : { OR: [{ userName: contains }, { userEmail: contains }, { recipientName: contains }, { recipientEmail: contains }] }),
  };
  const [rows, total] = await Promise.all([
    db.prisma.campaignEmail.findMany({ where, orderBy: [{ createdAt: "desc" }, { id: "desc" }], skip: offset, take: limit }),
    db.prisma.campaignEmail.count({ where }),
  ]);
  return { items: rows.map(toLetter), total, page, pageSize };
};

/** Exact numbers by status, read from the rows (index on campaignId, status). */
export const countLettersByStatus = async (db: Db, campaignId: string): Promise<Partial<Record<CampaignEmailStatus, number>>> => {
  const groups = await db.prisma.campaignEmail.groupBy({ by: ["status"], where: { campaignId }, _count: true });
  return Object.fromEntries(groups.map(({ status, _count }) => [status, _count]));
};

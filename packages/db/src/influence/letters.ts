import { type CampaignEmailStatus, type Letter, type LetterSummary, type ListLettersInput, letterSchema } from "@cml/domain/influence";
import { type Page, sliceOf } from "@cml/domain/kernel";
import type { Db } from "../client";
import type { Prisma } from "../generated/client";
import { escapeLike } from "../escape-like";

export const toLetter = (row: Prisma.CampaignEmailGetPayload<object>): Letter => letterSchema.parse(row);

export const findLetter = async (db: Db, id: string): Promise<Letter | null> => {
  const row = await db.prisma.campaignEmail.findUnique({ where: { id } });
  return row === null ? null : toLetter(row);
};

export const listLettersByReceipt = async (db: Db, receiptTokenHash: string): Promise<Letter[]> =>
  (await db.prisma.campaignEmail.findMany({ where: { receiptTokenHash }, orderBy: { id: "asc" } })).map(toLetter);

/** `ownerId` null lists everybody's. */
export const listLetters = async (db: Db, ownerId: string | null, input: ListLettersInput): Promise<Page<LetterSummary>> => {
  const { page, pageSize } = input;
  const { offset, limit } = sliceOf(input);
  const where = lettersWhere(ownerId, input);
  const [rows, total] = await Promise.all([
    db.prisma.campaignEmail.findMany({ where, orderBy: [{ createdAt: "desc" }, { id: "desc" }], skip: offset, take: limit }),
    db.prisma.campaignEmail.count({ where }),
  ]);
  return { items: rows.map(toLetter), total, page, pageSize };
};

const lettersScope = (campaignId: string | null, ownerId: string | null): Prisma.CampaignEmailWhereInput => ({
  ...(campaignId === null ? {} : { campaignId }),
  ...(ownerId === null ? {} : { campaign: { createdByUserId: ownerId } }),
});

const lettersWhere = (ownerId: string | null, input: ListLettersInput): Prisma.CampaignEmailWhereInput => {
  const { campaignId, status, method, held, recipient, source, returned, answered, search } = input;
  const contains = { contains: escapeLike(search), mode: "insensitive" as const };
  return {
    ...lettersScope(campaignId, ownerId),
    ...(status === null ? {} : { status }),
    // Refused at the door; what was taken and sent back is looked for as returned.
    ...(status === "FAILED" && !returned ? { returnedAt: null } : {}),
    ...(method === null ? {} : { emailMethod: method }),
    ...(held === null ? {} : { status: "QUEUED" as const, heldReason: held }),
    ...(recipient === "" ? {} : { recipientEmail: recipient }),
    ...(source === "" ? {} : { source }),
    ...(returned ? { returnedAt: { not: null } } : {}),
    ...(answered ? { answeredAt: { not: null } } : {}),
    ...(search === ""
      ? {}
      : { OR: [{ userName: contains }, { userEmail: contains }, { recipientName: contains }, { recipientEmail: contains }] }),
  };
};

/** Exact numbers by status, read from the rows (index on campaignId, status). */
export const countLettersByStatus = async (
  db: Db,
  { campaignId, ownerId }: { campaignId: string | null; ownerId: string | null },
): Promise<Partial<Record<CampaignEmailStatus, number>>> => {
  const groups = await db.prisma.campaignEmail.groupBy({ by: ["status"], where: lettersScope(campaignId, ownerId), _count: true });
  return Object.fromEntries(groups.map(({ status, _count }) => [status, _count]));
};

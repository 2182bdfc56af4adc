import { type CampaignEmailStatus, type Letter, type LetterSummary, type ListLettersInput, letterSchema } from "@cml/domain/influence";
import { type Page, sliceOf } from "@cml/domain/kernel";
import type { Db } from "../client";
import type { Prisma } from "../generated/client";
import { escapeLike } from "../escape-like";
import { byStatusOf, countLetters, type LetterCount, sumLetters } from "./letter-counts";

export const toLetter = (row: Prisma.CampaignEmailGetPayload<object>): Letter => letterSchema.parse(row);

export const findLetter = async (db: Db, id: string): Promise<Letter | null> => {
  const row = await db.prisma.campaignEmail.findUnique({ where: { id } });
  return row === null ? null : toLetter(row);
};

export const listLettersByReceipt = async (db: Db, receiptTokenHash: string): Promise<Letter[]> =>
  (await db.prisma.campaignEmail.findMany({ where: { receiptTokenHash }, orderBy: { id: "asc" } })).map(toLetter);

export type LetterPage = Page<LetterSummary> & { byStatus: Partial<Record<CampaignEmailStatus, number>> };

/** `ownerId` null lists everybody's. The numbers by status are of the whole scope, whatever is looked for in it. */
export const listLetters = async (db: Db, ownerId: string | null, input: ListLettersInput): Promise<LetterPage> => {
  const { campaignId, page, pageSize } = input;
  const { offset, limit } = sliceOf(input);
  const where = lettersWhere(ownerId, input);
  const [rows, counts, found] = await Promise.all([
    db.prisma.campaignEmail.findMany({ where, orderBy: [{ createdAt: "desc" }, { id: "desc" }], skip: offset, take: limit }),
    countLetters(db, { campaignId, ownerId }),
    isTallied(input) ? null : db.prisma.campaignEmail.count({ where }),
  ]);
  const total = found ?? sumLetters(counts, talliedWhere(input));
  return { items: rows.map(toLetter), total, page, pageSize, byStatus: byStatusOf(counts) };
};

/** Whether the tallies tell how many letters fit: reading all that have left, only to count them, takes long. */
const isTallied = ({ held, recipient, answered, search }: ListLettersInput): boolean =>
  held === null && recipient === "" && !answered && search === "";

const talliedWhere =
  ({ status, method, source, returned }: ListLettersInput) =>
  (count: LetterCount): boolean =>
    (status === null || count.status === status) &&
    (returned ? count.returned : status !== "FAILED" || !count.returned) &&
    (method === null || count.method === method) &&
    (source === "" || count.source === source);

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

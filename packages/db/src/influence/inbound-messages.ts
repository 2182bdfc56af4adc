import type { CampaignEmailStatus, InboundKind, InboundLetterChoice, InboundListItem, ListInboundInput } from "@cml/domain/influence";
import type { Locale, Page } from "@cml/domain/kernel";
import { sliceOf } from "@cml/domain/kernel";
import type { Db } from "../client";
import type { Prisma } from "../generated/client";
import { escapeLike } from "../escape-like";

export type NewInboundMessage = {
  id: string;
  dedupeKey: string;
  letterId: string | null;
  kind: InboundKind;
  fromEmail: string | null;
  fromName: string | null;
  subject: string;
  text: string;
  rawKey: string | null;
  statusCode: string | null;
  receivedAt: Date;
  forwardedAt: Date | null;
};

/** False when the same mail was kept before. */
export const insertInboundMessage = async (db: Db, message: NewInboundMessage): Promise<boolean> => {
  const { count } = await db.prisma.inboundMessage.createMany({ data: [message], skipDuplicates: true });
  return count === 1;
};

export const isInboundKept = async (db: Db, dedupeKey: string): Promise<boolean> =>
  (await db.prisma.inboundMessage.findUnique({ where: { dedupeKey }, select: { id: true } })) !== null;

/** The newest first; of the campaigns of `ownerId` alone, or of all and without a letter when it is null. */
export const listInboundMessages = async (
  db: Db,
  ownerId: string | null,
  { kind, campaignId, search, ...page }: ListInboundInput,
): Promise<Page<InboundListItem>> => {
  const { offset, limit } = sliceOf(page);
  const contains = { contains: escapeLike(search), mode: "insensitive" as const };
  const where: Prisma.InboundMessageWhereInput = {
    ...(kind === null ? {} : { kind }),
    ...(ownerId === null && campaignId === null
      ? {}
      : {
          letter: {
            ...(campaignId === null ? {} : { campaignId }),
            ...(ownerId === null ? {} : { campaign: { createdByUserId: ownerId } }),
          },
        }),
    ...(search === ""
      ? {}
      : { OR: [{ fromEmail: contains }, { fromName: contains }, { subject: contains }, { letter: { recipientName: contains } }] }),
  };
  const [rows, total] = await Promise.all([
    db.prisma.inboundMessage.findMany({
      where,
      orderBy: [{ receivedAt: "desc" }, { id: "desc" }],
      skip: offset,
      take: limit,
      omit: { text: true },
      include: withLetter,
    }),
    db.prisma.inboundMessage.count({ where }),
  ]);
  return { items: rows.map(toListItem), total, page: page.page, pageSize: page.pageSize };
};

/** How many wait for a person: not sorted and not looked at. */
export const countUnsorted = (db: Db): Promise<number> =>
  db.prisma.inboundMessage.count({ where: { kind: "UNSORTED", handledByUserId: null } });

const withLetter = {
  letter: {
    select: {
      campaignId: true,
      recipientName: true,
      recipientEmail: true,
      userName: true,
      subject: true,
      campaign: { select: { title: true, createdByUserId: true } },
    },
  },
} as const;

type ListRow = Omit<Prisma.InboundMessageGetPayload<{ include: typeof withLetter }>, "text">;

const toListItem = ({ letter, dedupeKey: _dedupeKey, rawKey, ...row }: ListRow): InboundListItem => ({
  ...row,
  subject: row.subject ?? "",
  hasRaw: rawKey !== null,
  isHandled: row.handledByUserId !== null,
  letter:
    letter === null || row.letterId === null
      ? null
      : {
          id: row.letterId,
          campaignId: letter.campaignId,
          campaignTitle: letter.campaign.title,
          recipientName: letter.recipientName,
          recipientEmail: letter.recipientEmail,
          userName: letter.userName,
          subject: letter.subject,
        },
});

export type StoredInbound = { item: InboundListItem; text: string | null; rawKey: string | null; ownerId: string | null };

export const findInboundMessage = async (db: Db, id: string): Promise<StoredInbound | null> => {
  const row = await db.prisma.inboundMessage.findUnique({ where: { id }, include: withLetter });
  if (row === null) return null;
  const { text, ...rest } = row;
  return { item: toListItem(rest), text, rawKey: row.rawKey, ownerId: row.letter?.campaign.createdByUserId ?? null };
};

export type InboundDecision = {
  letterId: string | null;
  kind: InboundKind;
  statusCode: string | null;
  handledByUserId: string | null;
  forwardedAt: Date | null;
};

/** Writes what a person decided. False when somebody else decided meanwhile (its kind or letter is no longer as it was read). */
export const decideInboundMessage = async (
  db: Db,
  was: { id: string; kind: InboundKind; letterId: string | null },
  decision: InboundDecision,
): Promise<boolean> => {
  const { count } = await db.prisma.inboundMessage.updateMany({ where: was, data: decision });
  return count === 1;
};

/** Mails whose time is over and that still have their text or their original; oldest first. */
export const listExpiredInbound = (
  db: Db,
  { before, atMost }: { before: Date; atMost: number },
): Promise<{ id: string; rawKey: string | null }[]> =>
  db.prisma.inboundMessage.findMany({
    where: { receivedAt: { lt: before }, OR: [{ text: { not: null } }, { rawKey: { not: null } }] },
    orderBy: { receivedAt: "asc" },
    take: atMost,
    select: { id: true, rawKey: true },
  });

export const emptyInboundMessages = async (db: Db, ids: string[]): Promise<void> => {
  await db.prisma.inboundMessage.updateMany({ where: { id: { in: ids } }, data: { text: null, rawKey: null } });
};

/** What an answer to a letter needs to know of it. */
export type AddressedLetter = {
  id: string;
  campaignId: string;
  status: CampaignEmailStatus;
  recipientEmail: string;
  recipientName: string;
  userEmail: string | null;
  userName: string | null;
  subject: string;
  locale: Locale;
  submissionId: string | null;
  erasedAt: Date | null;
};

const addressed = {
  id: true,
  campaignId: true,
  status: true,
  recipientEmail: true,
  recipientName: true,
  userEmail: true,
  userName: true,
  subject: true,
  locale: true,
  submissionId: true,
  erasedAt: true,
} as const;

export const findLettersByToken = (db: Db, tokens: string[]): Promise<AddressedLetter[]> =>
  tokens.length === 0
    ? Promise.resolve([])
    : db.prisma.campaignEmail.findMany({ where: { replyToken: { in: tokens } }, select: addressed, orderBy: { id: "asc" } });

/** Letters that left with one of these Message-IDs. */
export const findLettersByMessageId = (db: Db, messageIds: string[]): Promise<(AddressedLetter & { messageId: string | null })[]> =>
  messageIds.length === 0
    ? Promise.resolve([])
    : db.prisma.campaignEmail.findMany({ where: { messageId: { in: messageIds } }, select: { ...addressed, messageId: true } });

export const findAddressedLetter = (db: Db, id: string): Promise<AddressedLetter | null> =>
  db.prisma.campaignEmail.findUnique({ where: { id }, select: addressed });

export type ReplyTokenWish = { letterId: string; token: string };

/** Gives letters their reply tokens, or those they have; in the order asked, null where there is no such letter. */
export const assignReplyTokens = async (db: Db, wishes: readonly ReplyTokenWish[]): Promise<(string | null)[]> => {
  const { rows } = await db.pool.query<{ id: string; replyToken: string }>(
    `UPDATE "CampaignEmail" e SET "replyToken" = coalesce(e."replyToken", a."token")
     FROM unnest($1::uuid[], $2::text[]) AS a("id", "token") WHERE e."id" = a."id" RETURNING e."id", e."replyToken"`,
    [wishes.map(({ letterId }) => letterId), wishes.map(({ token }) => token)],
  );
  const byId = new Map(rows.map(({ id, replyToken }) => [id, replyToken]));
  return wishes.map(({ letterId }) => byId.get(letterId) ?? null);
};

export type LetterSearch = { ownerId: string | null; search: string; atMost: number };

/** Letters that left, newest first, for choosing by hand the one a mail belongs to. */
export const searchLettersForInbound = async (db: Db, { ownerId, search, atMost }: LetterSearch): Promise<InboundLetterChoice[]> => {
  const contains = { contains: escapeLike(search), mode: "insensitive" as const };
  const rows = await db.prisma.campaignEmail.findMany({
    where: {
      status: { in: ["SENT", "FAILED", "UNCERTAIN"] },
      ...(ownerId === null ? {} : { campaign: { createdByUserId: ownerId } }),
      OR: [
        { userName: contains },
        { userEmail: contains },
        { recipientName: contains },
        { recipientEmail: contains },
        { subject: contains },
      ],
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: atMost,
    select: { id: true, recipientName: true, userName: true, subject: true, createdAt: true, campaign: { select: { title: true } } },
  });
  return rows.map(({ campaign, ...row }) => ({ ...row, campaignTitle: campaign.title }));
};

import {
  cursorOf,
  type ListResponsesInput,
  readCursor,
  type ResponseDesk,
  type ResponsePage,
  type ResponseView,
} from "@cml/domain/influence";
import type { Db } from "../client";
import type { Prisma } from "../generated/client";
import { countDesks } from "./response-piles";
import { searchResponses } from "./response-search";
import { toResponse } from "./responses";

/** What an unconfirmed submitter wrote is nobody's to see yet. */
const confirmed = { confirmedAt: { not: null } } as const;

/** A report of an office lies on a pile of its own until a moderator decides about it; see isReportOpen. */
const desksOf = ({ prisma }: Db): Record<ResponseDesk, Prisma.RepresentativeResponseWhereInput> => {
  const { disputedAt } = prisma.representativeResponse.fields;
  const reported = { disputedAt: { not: null }, OR: [{ moderatedAt: null }, { moderatedAt: { lte: disputedAt } }] };
  return {
    PENDING: { status: "PENDING" },
    APPROVED: { status: "APPROVED", disputedAt: null },
    // Without NOT, which is never true of a row whose moments are unknown.
    REJECTED: { status: "REJECTED", OR: [{ disputedAt: null }, { moderatedAt: { gt: disputedAt } }] },
    DISPUTED: reported,
    OFFICE_REPLY: { officeReplyStatus: "PENDING" },
  };
};

type Filter = Pick<ListResponsesInput, "campaignId" | "type">;

const whereOf = (ownerId: string | null, { campaignId, type }: Filter): Prisma.RepresentativeResponseWhereInput => ({
  ...confirmed,
  ...(campaignId === null ? {} : { campaignId }),
  ...(type === null ? {} : { responseType: type }),
  ...(ownerId === null ? {} : { campaign: { createdByUserId: ownerId } }),
});

/** One page of a pile: what waits oldest first, the rest newest first; of the campaigns of `ownerId` alone, or of all when it is null. */
export const listResponses = async (db: Db, ownerId: string | null, input: ListResponsesInput): Promise<ResponsePage> => {
  const { desk, search, limit } = input;
  const waits = desk === "PENDING" || desk === "OFFICE_REPLY";
  const where = whereOf(ownerId, input);
  const [found, counts] = await Promise.all([
    search === "" ? null : searchResponses(db, { ...input, ownerId, waits }),
    countDesks(db, ownerId, input),
  ]);
  const rows = found === null ? await readPage(db, { where, input, waits }) : await readFound(db, found.ids, waits);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(toView),
    next: rows.length > limit && last !== undefined ? cursorOf(last) : null,
    total: found?.total ?? (desk === null ? counts.all : counts.desks[desk]),
    isMore: found?.isMore ?? false,
    counts: counts.desks,
  };
};

const orderOf = (waits: boolean) => {
  const direction = waits ? ("asc" as const) : ("desc" as const);
  return [{ createdAt: direction }, { id: direction }];
};

type Reading = { where: Prisma.RepresentativeResponseWhereInput; input: ListResponsesInput; waits: boolean };

const readPage = (db: Db, { where, input: { desk, after, page, limit }, waits }: Reading) =>
  db.prisma.representativeResponse.findMany({
    where: { AND: [where, desk === null ? {} : desksOf(db)[desk], after === null ? {} : isAfter(after, waits)] },
    orderBy: orderOf(waits),
    skip: after === null ? (page - 1) * limit : 0,
    take: limit + 1,
    include: withNames,
  });

const readFound = (db: Db, ids: string[], waits: boolean) =>
  db.prisma.representativeResponse.findMany({ where: { id: { in: ids } }, orderBy: orderOf(waits), include: withNames });

// The first condition is the one an index answers.
const isAfter = (cursor: string, ascending: boolean): Prisma.RepresentativeResponseWhereInput => {
  const { createdAt, id } = readCursor(cursor);
  return ascending
    ? { createdAt: { gte: createdAt }, OR: [{ createdAt: { gt: createdAt } }, { createdAt, id: { gt: id } }] }
    : { createdAt: { lte: createdAt }, OR: [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: id } }] };
};

export const findResponseView = async (db: Db, id: string): Promise<ResponseView | null> => {
  const row = await db.prisma.representativeResponse.findUnique({ where: { id }, include: withNames });
  return row === null ? null : toView(row);
};

const withNames = {
  campaign: { select: { title: true } },
  moderatedByUser: { select: { name: true } },
  proofSeenByUser: { select: { name: true } },
} as const;

const toView = (row: Prisma.RepresentativeResponseGetPayload<{ include: typeof withNames }>): ResponseView => {
  const one = toResponse(row);
  const { officeReply, officeReplyAt, officeReplyStatus, verifiedAt, proofSeenAt } = one;
  return {
    id: one.id,
    campaignId: one.campaignId,
    campaignSlug: one.campaignSlug,
    campaignTitle: row.campaign.title,
    representativeName: one.representativeName,
    representativeTitle: one.representativeTitle,
    level: one.representativeLevel,
    representativeEmail: one.representativeEmail,
    recipientKey: one.recipientKey,
    partyName: one.partyName,
    type: one.responseType,
    text: one.responseText,
    comment: one.userComment,
    shownText: one.shownText,
    shownComment: one.shownComment,
    boxes: one.boxes,
    screenshotUrl: one.screenshotUrl,
    originalUrl: one.screenshotKey === null ? null : `/responses/${one.id}/original`,
    screenshotWidth: one.screenshotWidth,
    screenshotHeight: one.screenshotHeight,
    isPictureUnread: one.screenshotUnread,
    submittedByName: one.submittedByName,
    submittedByEmail: one.submittedByEmail,
    isAnonymous: one.isAnonymous,
    byStaff: one.byStaff,
    isSignedIn: one.submittedByUserId !== null,
    letterId: one.letterId,
    inboundMessageId: one.inboundMessageId,
    officeAnswerId: one.officeAnswerId,
    repliedOn: one.repliedOn,
    daysToReply: one.daysToReply,
    status: one.status,
    rejectReason: one.rejectReason,
    moderatedAt: one.moderatedAt,
    moderatedByName: row.moderatedByUser?.name ?? null,
    askOffice: one.askOffice,
    confirmedByOffice: one.isVerified && verifiedAt !== null ? { at: verifiedAt, by: one.verifiedBy } : null,
    verificationSentAt: one.verificationSentAt,
    disputedAt: one.disputedAt,
    disputeReason: one.disputeReason,
    proofSeen: proofSeenAt === null ? null : { at: proofSeenAt, byName: row.proofSeenByUser?.name ?? null },
    officeReply:
      officeReply === null || officeReplyAt === null || officeReplyStatus === null
        ? null
        : { text: officeReply, at: officeReplyAt, status: officeReplyStatus },
    upvotes: one.upvoteCount,
    locale: one.locale,
    createdAt: one.createdAt,
    updatedAt: one.updatedAt,
  };
};

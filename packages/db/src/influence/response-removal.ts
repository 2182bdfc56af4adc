import type { RepresentativeResponse } from "@cml/domain/influence";
import type { Db } from "../client";
import type { Prisma } from "../generated/client";
import { toResponse } from "./responses";

const kind = "RepresentativeResponse";

type Row = Prisma.RepresentativeResponseGetPayload<{ include: { changes: true; upvotes: true; pendingUpvotes: true } }>;
/** A row with what hangs on it, as JSON keeps it: moments are texts. */
type Snapshot = Omit<Row, "repliedOn"> & { repliedOn: string | null };

export type Removal = { id: string; trashId: string; label: string; userId: string | null; now: Date; expiresAt: Date };

/** Moves a response with its history and votes into a snapshot. */
export const deleteResponse = async (db: Db, { id, trashId, label, userId, now, expiresAt }: Removal): Promise<void> => {
  const of = { where: { responseId: id } };
  // One after another: they share the connection of the transaction.
  const changes = await db.prisma.responseChange.findMany(of);
  const upvotes = await db.prisma.responseUpvote.findMany(of);
  const pendingUpvotes = await db.prisma.pendingUpvote.findMany(of);
  const row = await db.prisma.representativeResponse.delete({ where: { id } });
  const snapshot = JSON.parse(JSON.stringify({ ...row, changes, upvotes, pendingUpvotes })) as Prisma.InputJsonObject;
  await db.prisma.trash.create({
    data: { id: trashId, kind, entityId: id, label, snapshot, deletedByUserId: userId, deletedAt: now, expiresAt },
  });
};

export type RemovedResponse = {
  trashId: string;
  response: RepresentativeResponse;
  /** The line of its history that says it was removed. */
  removalId: string | null;
  snapshot: Snapshot;
};

/** The latest snapshot of a response that may still be brought back. */
export const findRemovedResponse = async (db: Db, id: string, now: Date): Promise<RemovedResponse | null> => {
  const kept = await db.prisma.trash.findFirst({
    where: { kind, entityId: id, restoredAt: null, expiresAt: { gt: now } },
    orderBy: { deletedAt: "desc" },
  });
  if (kept === null) return null;
  const snapshot = kept.snapshot as unknown as Snapshot;
  const { changes, upvotes: _upvotes, pendingUpvotes: _pending, repliedOn, ...row } = snapshot;
  const response = toResponse({ ...revived(row), repliedOn: repliedOn === null ? null : new Date(repliedOn) });
  const removalId = changes.find((one) => one.kind === "REMOVED")?.id ?? null;
  return { trashId: kept.id, response, removalId, snapshot };
};

const moments = [
  "createdAt", "updatedAt", "confirmedAt", "moderatedAt", "verificationSentAt", "verificationEndsAt", "verifiedAt", "disputedAt",
  "proofSeenAt", "officeReplyAt",
] as const; // prettier-ignore

const revived = <T extends Record<(typeof moments)[number], Date | null>>(row: T): T => {
  const dates = moments.map((name) => [name, row[name] === null ? null : new Date(row[name])] as const);
  return { ...row, ...Object.fromEntries(dates) };
};

type Restoring = { removed: RemovedResponse; screenshotUrl: string | null; now: Date };

/** Writes the snapshot back; what it pointed to and is gone meanwhile is left out. False when somebody did it before. */
export const insertRemovedResponse = async (db: Db, { removed, screenshotUrl, now }: Restoring): Promise<boolean> => {
  const { count } = await db.prisma.trash.updateMany({ where: { id: removed.trashId, restoredAt: null }, data: { restoredAt: now } });
  if (count === 0) return false;
  const { changes, upvotes, pendingUpvotes, boxes, ...row } = removed.snapshot;
  const links = await livingLinks(db, row);
  await db.prisma.representativeResponse.create({
    data: { ...row, ...links, boxes: boxes as Prisma.InputJsonObject, screenshotUrl, upvoteCount: countedOf(upvotes) },
  });
  await db.prisma.responseChange.createMany({
    data: changes.map(({ before, ...change }) => ({ ...change, before: before as Prisma.InputJsonObject })),
  });
  const users = await db.prisma.user.findMany({
    where: { id: { in: upvotes.flatMap(({ userId }) => userId ?? []) } },
    select: { id: true },
  });
  const known = new Set(users.map(({ id }) => id));
  const living = upvotes.filter(({ userId }) => userId === null || known.has(userId));
  await db.prisma.responseUpvote.createMany({ data: living });
  await db.prisma.pendingUpvote.createMany({ data: pendingUpvotes });
  if (living.length !== upvotes.length)
    await db.prisma.representativeResponse.update({ where: { id: row.id }, data: { upvoteCount: countedOf(living) } });
  // What was brought back is not to be erased in two places.
  await db.prisma.trash.update({ where: { id: removed.trashId }, data: { snapshot: {} } });
  return true;
};

// Kept by an older version, a vote knows nothing of being taken off.
const countedOf = (upvotes: Snapshot["upvotes"]): number => upvotes.filter(({ takenOffBy }) => typeof takenOffBy !== "string").length;

type Links = Pick<
  Snapshot,
  "letterId" | "inboundMessageId" | "officeAnswerId" | "submittedByUserId" | "proofSeenByUserId" | "moderatedByUserId"
>;

const livingLinks = async (db: Db, row: Links): Promise<Links> => {
  const { letterId, inboundMessageId, officeAnswerId } = row;
  const people = [row.submittedByUserId, row.proofSeenByUserId, row.moderatedByUserId].flatMap((id) => id ?? []);
  const select = { id: true } as const;
  const users = await db.prisma.user.findMany({ where: { id: { in: people } }, select });
  const user = (id: string | null) => users.find((one) => one.id === id)?.id ?? null;
  const letter = letterId === null ? null : await db.prisma.campaignEmail.findUnique({ where: { id: letterId }, select });
  const mail =
    inboundMessageId === null
      ? null
      : await db.prisma.inboundMessage.findFirst({ where: { id: inboundMessageId, response: null }, select });
  const answer =
    officeAnswerId === null ? null : await db.prisma.officeAnswer.findFirst({ where: { id: officeAnswerId, response: null }, select });
  return {
    letterId: letter?.id ?? null,
    inboundMessageId: mail?.id ?? null,
    officeAnswerId: answer?.id ?? null,
    submittedByUserId: user(row.submittedByUserId),
    proofSeenByUserId: user(row.proofSeenByUserId),
    moderatedByUserId: user(row.moderatedByUserId),
  };
};

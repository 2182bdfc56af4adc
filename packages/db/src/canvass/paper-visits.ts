import type { EnteredVisit, TypedVisit } from "@cml/domain/canvass";
import type { Db } from "../client";
import type { Prisma } from "../generated/client";

/** What a door showed before a visit, for the moment when that is taken back. */
export type DoorBefore = {
  lastVisitedAt: string | null;
  lastOutcome: EnteredVisit["outcome"] | null;
  supportLevel: EnteredVisit["supportLevel"];
  supportDeclined: boolean;
  sign: boolean;
  signSize: string | null;
};

const doorFields = {
  lastVisitedAt: true,
  lastOutcome: true,
  supportLevel: true,
  supportDeclined: true,
  sign: true,
  signSize: true,
} as const;

/** What was typed in from a sheet and counts, in the order of their time. */
export const listEnteredVisits = async (db: Db, walkSheetId: string): Promise<EnteredVisit[]> => {
  const rows = await db.prisma.canvassVisit.findMany({
    where: { walkSheetId, withdrawnAt: null },
    include: { user: { select: { name: true } } },
    orderBy: [{ visitedAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id, addressId, outcome, supportLevel, supportDeclined, signRequested, notes, userId, user, visitedAt }) => ({
    id, addressId, outcome, supportLevel, supportDeclined, signRequested, notes, userId, userName: user.name, visitedAt,
  })); // prettier-ignore
};

/** Nobody else types this sheet until the end of the transaction. */
export const lockWalkSheet = async (tx: Db, id: string): Promise<void> => {
  await tx.prisma.$queryRaw`SELECT 1 FROM "WalkSheet" WHERE "id" = ${id}::uuid FOR UPDATE`;
};

export type SheetOfVisit = { walkSheetId: string | null; isWithdrawn: boolean };

/** Visits that already have one of these ids. */
export const findSheetsOfVisits = async (db: Db, ids: readonly string[]): Promise<Map<string, SheetOfVisit>> => {
  const rows = await db.prisma.canvassVisit.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, walkSheetId: true, withdrawnAt: true },
  });
  return new Map(rows.map(({ id, walkSheetId, withdrawnAt }) => [id, { walkSheetId, isWithdrawn: withdrawnAt !== null }]));
};

export type NewPaperVisit = Omit<TypedVisit, "kind" | "day"> & {
  shiftId: string | null;
  walkSheetId: string;
  enteredByUserId: string;
  visitedAt: Date;
  receivedAt: Date;
};

/** With what its door shows at this moment. */
export const insertPaperVisit = async (tx: Db, visit: NewPaperVisit): Promise<void> => {
  await tx.prisma.$queryRaw`SELECT 1 FROM "Address" WHERE "id" = ${visit.addressId}::uuid FOR UPDATE`;
  const door = await tx.prisma.address.findUniqueOrThrow({ where: { id: visit.addressId }, select: doorFields });
  const doorBefore = { ...door, lastVisitedAt: door.lastVisitedAt?.toISOString() ?? null } satisfies DoorBefore;
  await tx.prisma.canvassVisit.create({ data: { ...visit, source: "PAPER", doorBefore } });
};

/** How many visits of a door were typed in from this sheet, those taken back too. */
export const countVisitsFromSheet = (tx: Db, walkSheetId: string, addressId: string): Promise<number> =>
  tx.prisma.canvassVisit.count({ where: { walkSheetId, addressId } });

/** The visit of this door that was typed in from this sheet and counts. */
export const findVisitFromSheet = async (tx: Db, walkSheetId: string, addressId: string): Promise<string | null> => {
  const row = await tx.prisma.canvassVisit.findFirst({ where: { walkSheetId, addressId, withdrawnAt: null }, select: { id: true } });
  return row?.id ?? null;
};

/**
 * Takes back a visit from paper: it stays as history and counts no more. Where its door still shows it, the door shows again what it
 * showed before; what somebody else answered or wrote since stays. Gives the door, or null when it was taken back before.
 */
export const withdrawVisit = async (tx: Db, id: string, at: Date): Promise<string | null> => {
  const visit = await tx.prisma.canvassVisit.findUnique({ where: { id } });
  if (visit === null || visit.withdrawnAt !== null) return null;
  await tx.prisma.canvassVisit.update({ where: { id }, data: { withdrawnAt: at } });
  const before = visit.doorBefore as DoorBefore | null;
  if (before === null) return visit.addressId;
  await tx.prisma.$queryRaw`SELECT 1 FROM "Address" WHERE "id" = ${visit.addressId}::uuid FOR UPDATE`;
  const door = await tx.prisma.address.findUniqueOrThrow({ where: { id: visit.addressId }, select: doorFields });
  const since = await tx.prisma.canvassVisit.findMany({
    where: { addressId: visit.addressId, withdrawnAt: null, heldForReview: false, visitedAt: { gte: visit.visitedAt } },
    select: { supportLevel: true, supportDeclined: true, signRequested: true },
  });
  const showsIt = door.lastVisitedAt?.getTime() === visit.visitedAt.getTime();
  const asked = visit.supportLevel !== null || visit.supportDeclined;
  const saysIt = door.supportLevel === visit.supportLevel && door.supportDeclined === visit.supportDeclined;
  const askedSince = since.some(({ supportLevel, supportDeclined }) => supportLevel !== null || supportDeclined);
  const signSince = since.some(({ signRequested }) => signRequested);
  const data: Prisma.AddressUncheckedUpdateInput = {
    ...(showsIt && {
      lastVisitedAt: before.lastVisitedAt === null ? null : new Date(before.lastVisitedAt),
      lastOutcome: before.lastOutcome,
    }),
    ...(asked && saysIt && !askedSince && { supportLevel: before.supportLevel, supportDeclined: before.supportDeclined }),
    ...(visit.signRequested && door.sign && !signSince && { sign: before.sign, signSize: before.signSize }),
    updatedAt: at,
  };
  await tx.prisma.address.update({ where: { id: visit.addressId }, data });
  await tx.prisma.$executeRaw`
    UPDATE "Location" l SET "lastVisitedAt" = (SELECT max(a."lastVisitedAt") FROM "Address" a WHERE a."locationId" = l."id")
    WHERE l."id" = (SELECT "locationId" FROM "Address" WHERE "id" = ${visit.addressId}::uuid)`;
  return visit.addressId;
};

/** Which of these accounts exist. */
export const listExistingUsers = async (db: Db, ids: readonly string[]): Promise<Set<string>> => {
  const rows = await db.prisma.user.findMany({ where: { id: { in: [...ids] } }, select: { id: true } });
  return new Set(rows.map(({ id }) => id));
};

import type { CutActivity, ListVisitsInput, RecordVisitInput, Visit } from "@cml/domain/canvass";
import { type Page, sliceOf } from "@cml/domain/kernel";
import type { CutScope } from "@cml/domain/map";
import type { Db } from "../client";
import { Prisma } from "../generated/client";

/** Who wrote the visits that already have one of these ids. */
export const findVisitWriters = async (
  db: Db,
  ids: readonly string[],
): Promise<Map<string, { userId: string; heldForReview: boolean }>> => {
  const rows = await db.prisma.canvassVisit.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, userId: true, heldForReview: true },
  });
  return new Map(rows.map(({ id, userId, heldForReview }) => [id, { userId, heldForReview }]));
};

/** Which of these doors exist. */
export const listExistingAddresses = async (db: Db, ids: readonly string[]): Promise<Set<string>> => {
  const rows = await db.prisma.address.findMany({ where: { id: { in: [...ids] } }, select: { id: true } });
  return new Set(rows.map(({ id }) => id));
};

export type NewVisit = RecordVisitInput & { userId: string; shiftId: string | null; heldForReview: boolean; receivedAt: Date };

/** False when a visit of that id arrived in the meantime. */
export const insertVisit = async (tx: Db, { place, recordedAt, ...visit }: NewVisit): Promise<boolean> => {
  const { count } = await tx.prisma.canvassVisit.createMany({
    data: [{ ...visit, visitedAt: recordedAt, latitude: place?.latitude ?? null, longitude: place?.longitude ?? null, source: "APP" }],
    skipDuplicates: true,
  });
  return count === 1;
};

const include = {
  user: { select: { name: true } },
  enteredByUser: { select: { name: true } },
  session: { select: { cutId: true, cut: { select: { name: true } } } },
  walkSheet: { select: { cutId: true, code: true, cut: { select: { name: true } } } },
  address: { select: { unitNumber: true, location: { select: { address: true, latitude: true, longitude: true } } } },
} as const satisfies Prisma.CanvassVisitInclude;

export const listVisits = async (db: Db, input: ListVisitsInput, scope: CutScope): Promise<Page<Visit>> => {
  const where: Prisma.CanvassVisitWhereInput = {
    AND: [
      scope === "all" ? {} : { OR: [{ session: { cutId: { in: [...scope] } } }, { walkSheet: { cutId: { in: [...scope] } } }] },
      input.cutId === null ? {} : { address: { location: { cuts: { some: { cutId: input.cutId } } } } },
      input.userId === null ? {} : { userId: input.userId },
      input.outcome === null ? {} : { outcome: input.outcome },
      input.heldOnly ? { heldForReview: true } : {},
    ],
  };
  const { offset, limit } = sliceOf(input);
  const total = await db.prisma.canvassVisit.count({ where });
  const rows = await db.prisma.canvassVisit.findMany({
    where,
    include,
    orderBy: [{ visitedAt: "desc" }, { id: "desc" }],
    skip: offset,
    take: limit,
  });
  const items = rows.map((row) => ({
    id: row.id,
    addressId: row.addressId,
    address: row.address.location.address,
    unitNumber: row.address.unitNumber,
    latitude: row.address.location.latitude.toNumber(),
    longitude: row.address.location.longitude.toNumber(),
    userId: row.userId,
    userName: row.user.name,
    cutId: row.session?.cutId ?? row.walkSheet?.cutId ?? null,
    cutName: row.session?.cut?.name ?? row.walkSheet?.cut.name ?? null,
    outcome: row.outcome,
    supportLevel: row.supportLevel,
    supportDeclined: row.supportDeclined,
    signRequested: row.signRequested,
    notes: row.notes,
    source: row.source,
    sheetCode: row.walkSheet?.code ?? null,
    enteredByName: row.enteredByUser?.name ?? null,
    withdrawnAt: row.withdrawnAt,
    heldForReview: row.heldForReview,
    visitedAt: row.visitedAt,
    receivedAt: row.receivedAt,
  }));
  return { items, total, page: input.page, pageSize: input.pageSize };
};

/** Areas with turf out or visits since `today` began, the busiest first. */
export const listCutActivity = async (db: Db, { scope, todayFrom }: { scope: CutScope; todayFrom: Date }): Promise<CutActivity[]> => {
  const inScope = scope === "all" ? Prisma.sql`true` : Prisma.sql`c."id" = ANY(${[...scope]}::uuid[])`;
  return db.prisma.$queryRaw<CutActivity[]>`
    SELECT c."id" AS "cutId", c."name" AS "cutName", c."addressCount", c."visitedCount", c."completionPercentage",
      (SELECT count(*)::int FROM "CanvassSession" s WHERE s."cutId" = c."id" AND s."status" = 'ACTIVE') AS "activeSessions",
      coalesce(v.today, 0)::int AS "visitsToday", v.last AS "lastVisitAt"
    FROM "Cut" c LEFT JOIN LATERAL (
      SELECT count(*) FILTER (WHERE v."visitedAt" >= ${todayFrom}) AS today, max(v."visitedAt") AS last FROM (
        SELECT v.* FROM "CanvassSession" s JOIN "CanvassVisit" v ON v."sessionId" = s."id" WHERE s."cutId" = c."id"
        UNION ALL SELECT v.* FROM "WalkSheet" s JOIN "CanvassVisit" v ON v."walkSheetId" = s."id" WHERE s."cutId" = c."id"
      ) v WHERE NOT v."heldForReview" AND v."withdrawnAt" IS NULL
    ) v ON true
    WHERE ${inScope} AND (v.last IS NOT NULL
      OR EXISTS (SELECT 1 FROM "TurfAssignment" t WHERE t."cutId" = c."id" AND t."handedOutAt" IS NOT NULL AND t."returnedAt" IS NULL))
    ORDER BY "visitsToday" DESC, c."name" LIMIT 200`;
};

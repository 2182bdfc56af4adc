import { type BulkChanges, bulkChangesSchema, type LocationBulk } from "@cml/domain/map";
import type { Db } from "../client";
import { Prisma } from "../generated/client";
import type { EditMark, NewHistory } from "./location-edits";

export type StoredBulk = LocationBulk & { changes: BulkChanges; startedByUserId: string | null };

type Row = Prisma.LocationBulkGetPayload<{ omit: { locationIds: true } }> & { total: number };

const toBulk = (row: Row): StoredBulk => ({
  id: row.id,
  kind: row.kind === "remove" ? "remove" : "edit",
  status: row.status,
  total: row.total,
  done: row.done,
  changed: row.changed,
  archived: row.archived,
  undone: row.undone,
  isUndoing: (row.status === "RUNNING" || row.status === "FAILED") && row.finishedAt !== null,
  createdAt: row.createdAt,
  changes: bulkChangesSchema.parse(row.changes),
  startedByUserId: row.startedByUserId,
});

export type NewBulk = {
  id: string;
  kind: LocationBulk["kind"];
  changes: BulkChanges;
  locationIds: string[];
  startedByUserId: string | null;
  at: Date;
};

export const insertBulk = async (db: Db, { at, ...given }: NewBulk): Promise<void> => {
  await db.prisma.locationBulk.create({ data: { ...given, createdAt: at } });
};

export const findBulk = async (db: Db, id: string): Promise<StoredBulk | null> => {
  const row = await db.prisma.locationBulk.findUnique({ where: { id }, omit: { locationIds: true } });
  if (row === null) return null;
  const [size] = await db.prisma.$queryRaw<{ total: number }[]>`
    SELECT coalesce(cardinality("locationIds"), 0)::int AS total FROM "LocationBulk" WHERE "id" = ${id}::uuid`;
  return toBulk({ ...row, total: size?.total ?? 0 });
};

export type BulkWay = "forth" | "back";

/** The next buildings of a run, held so that no two processes do them; null when it stands elsewhere or ended. Empty at its end. */
export const lockBulkChunk = async (db: Db, id: string, { way, size }: { way: BulkWay; size: number }): Promise<string[] | null> => {
  const at = way === "forth" ? Prisma.sql`"done"` : Prisma.sql`"undone"`;
  const isForth = way === "forth";
  const [row] = await db.prisma.$queryRaw<{ ids: string[] | null }[]>`
    SELECT ("locationIds")[${at} + 1 : ${at} + ${size}] AS ids FROM "LocationBulk"
    WHERE "id" = ${id}::uuid AND "status" IN ('QUEUED', 'RUNNING') AND ("finishedAt" IS NULL) = ${isForth} FOR UPDATE`;
  return row === undefined ? null : (row.ids ?? []);
};

export type BulkStep = { way: BulkWay; took: number; changed: number; archived: number; now: Date };

export const advanceBulk = async (db: Db, id: string, { way, took, changed, archived, now }: BulkStep): Promise<void> => {
  await db.prisma.locationBulk.update({
    where: { id },
    data:
      way === "forth"
        ? {
            status: "RUNNING",
            startedAt: now,
            done: { increment: took },
            changed: { increment: changed },
            archived: { increment: archived },
          }
        : { undone: { increment: took } },
  });
};

export const endBulk = async (db: Db, id: string, { way, now }: { way: BulkWay; now: Date }): Promise<void> => {
  const data = way === "forth" ? { status: "COMPLETED" as const, finishedAt: now } : { status: "UNDONE" as const, undoneAt: now };
  await db.prisma.locationBulk.update({ where: { id }, data });
};

/** A run that broke off: what is done stays done, and it may go on or be taken back. */
export const failBulk = async (db: Db, id: string, error: string): Promise<void> => {
  await db.prisma.locationBulk.updateMany({ where: { id, status: { in: ["QUEUED", "RUNNING"] } }, data: { status: "FAILED", error } });
};

/** A run that broke off goes on the way it went; false when it did not, or somebody was quicker. */
export const beginAgainBulk = async (db: Db, id: string): Promise<boolean> => {
  const { count } = await db.prisma.locationBulk.updateMany({ where: { id, status: "FAILED" }, data: { status: "RUNNING", error: null } });
  return count === 1;
};

/** A run that ended or broke off goes back; false when it still runs or somebody took it back before. */
export const beginUndoOfBulk = async (db: Db, id: string, now: Date): Promise<boolean> => {
  const changed = await db.prisma.$executeRaw`
    UPDATE "LocationBulk" SET "undone" = CASE WHEN "status" = 'FAILED' AND "finishedAt" IS NOT NULL THEN "undone" ELSE 0 END,
      "status" = 'RUNNING', "error" = NULL, "finishedAt" = coalesce("finishedAt", ${now})
    WHERE "id" = ${id}::uuid AND "status" IN ('COMPLETED', 'FAILED')`;
  return changed === 1;
};

/** Buildings of these that somebody knocked at, or that carry a visit. */
export const listVisitedIds = async (db: Db, ids: readonly string[]): Promise<string[]> => {
  const rows = await db.prisma.$queryRaw<{ id: string }[]>`
    SELECT l."id" FROM "Location" l WHERE l."id" = ANY(${[...ids]}::uuid[]) AND (l."lastVisitedAt" IS NOT NULL OR EXISTS (
      SELECT 1 FROM "Address" a JOIN "CanvassVisit" v ON v."addressId" = a."id" WHERE a."locationId" = l."id"))`;
  return rows.map(({ id }) => id);
};

/** Takes buildings out of use, or back into it; gives those it changed. */
export const setArchived = async (db: Db, ids: readonly string[], { archivedAt, mark }: { archivedAt: Date | null; mark: EditMark }) => {
  const rows = await db.prisma.$queryRaw<{ id: string }[]>`
    UPDATE "Location" SET "archivedAt" = ${archivedAt}, "updatedAt" = ${mark.at}, "updatedByUserId" = ${mark.userId}::uuid
    WHERE "id" = ANY(${[...ids]}::uuid[]) AND ("archivedAt" IS NULL) = ${archivedAt !== null} RETURNING "id"`;
  return rows.map(({ id }) => id);
};

export type AskedPerson = {
  table: "Address" | "Resident";
  id: string;
  locationId: string;
  addressId: string;
  unit: string | null;
  level: string | null;
  declined: boolean;
};

/** Takes back what was recorded of support at these buildings; gives what stood. */
export const clearSupport = async (db: Db, ids: readonly string[], mark: EditMark): Promise<AskedPerson[]> => {
  const list = Prisma.sql`${[...ids]}::uuid[]`;
  const asked = await db.prisma.$queryRaw<AskedPerson[]>`
    SELECT 'Address' AS table, a."id", a."locationId", a."id" AS "addressId", a."unitNumber" AS unit, a."supportLevel"::text AS level, a."supportDeclined" AS declined
    FROM "Address" a WHERE a."locationId" = ANY(${list}) AND (a."supportLevel" IS NOT NULL OR a."supportDeclined")
    UNION ALL
    SELECT 'Resident', r."id", a."locationId", a."id", a."unitNumber", r."supportLevel"::text, r."supportDeclined"
    FROM "Resident" r JOIN "Address" a ON a."id" = r."addressId" WHERE a."locationId" = ANY(${list}) AND (r."supportLevel" IS NOT NULL OR r."supportDeclined")`;
  const of = (table: AskedPerson["table"]) => asked.filter((one) => one.table === table).map(({ id }) => id);
  const data = { supportLevel: null, supportDeclined: false, updatedAt: mark.at, updatedByUserId: mark.userId };
  await db.prisma.address.updateMany({ where: { id: { in: of("Address") } }, data });
  await db.prisma.resident.updateMany({ where: { id: { in: of("Resident") } }, data });
  return asked;
};

/** Gives support back to those of whom nothing was recorded since. */
export const restoreSupport = async (
  db: Db,
  given: readonly Pick<AskedPerson, "table" | "id" | "level" | "declined">[],
  mark: EditMark,
): Promise<void> => {
  for (const table of ["Address", "Resident"] as const) {
    const some = given.filter((one) => one.table === table);
    await db.prisma.$executeRaw`
      UPDATE ${Prisma.raw(`"${table}"`)} a SET "supportLevel" = g.level::"SupportLevel", "supportDeclined" = g.declined,
        "updatedAt" = ${mark.at}, "updatedByUserId" = ${mark.userId}::uuid
      FROM unnest(${some.map(({ id }) => id)}::uuid[], ${some.map(({ level }) => level)}::text[], ${some.map(({ declined }) => declined)}::boolean[]) g(id, level, declined)
      WHERE a."id" = g.id AND a."supportLevel" IS NULL AND NOT a."supportDeclined"`;
  }
};

export type BulkHistory = Pick<NewHistory, "locationId" | "field" | "oldValue" | "newValue"> & { metadata: Record<string, string> };

/** What a run wrote at these buildings. */
export const listBulkHistory = async (db: Db, bulkId: string, ids: readonly string[]): Promise<BulkHistory[]> => {
  const rows = await db.prisma.$queryRaw<BulkHistory[]>`
    SELECT "locationId", "field", "oldValue", "newValue", "metadata" FROM "LocationHistory"
    WHERE "locationId" = ANY(${[...ids]}::uuid[]) AND "metadata"->>'bulkId' = ${bulkId}`;
  return rows;
};

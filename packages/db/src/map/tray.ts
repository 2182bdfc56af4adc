import { type ListUnplacedInput, mostUnplacedCounted, type TrayReason, trayReasons, type TrayState, type Unplaced } from "@cml/domain/map";
import type { Db } from "../client";
import { escapeLike } from "../escape-like";
import { Prisma } from "../generated/client";

const conditions: Record<TrayState, Prisma.Sql> = {
  waiting: Prisma.sql`u."resolvedAt" IS NULL`,
  setAside: Prisma.sql`u."resolvedAt" IS NOT NULL AND u."resolvedLocationId" IS NULL`,
  placed: Prisma.sql`u."resolvedAt" IS NOT NULL AND u."resolvedLocationId" IS NOT NULL`,
};

/** Every word must stand somewhere in the address, accents aside. */
const matching = (text: string): Prisma.Sql[] => {
  const words = text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((word) => word !== "")
    .map((word) => `%${escapeLike(word)}%`);
  return words.length === 0 ? [] : [Prisma.sql`u."searchText" LIKE ALL (${words}::text[])`];
};

const filterOf = ({ state, importId, reason, q }: ListUnplacedInput): Prisma.Sql =>
  Prisma.join(
    [
      conditions[state],
      ...(importId === null ? [] : [Prisma.sql`u."importRunId" = ${importId}::uuid`]),
      ...(reason === null ? [] : [Prisma.sql`u."reason" = ${reason}`]),
      ...matching(q),
    ],
    " AND ",
  );

/** Behind the given row: those that wait in the order of their file, those settled with the latest first. */
const behind = ({ state, afterId }: ListUnplacedInput): Prisma.Sql => {
  if (afterId === null) return Prisma.empty;
  return state === "waiting"
    ? Prisma.sql`AND u."id" > ${afterId}::uuid`
    : Prisma.sql`AND (u."resolvedAt", u."id") < (SELECT w."resolvedAt", w."id" FROM "UnplacedAddress" w WHERE w."id" = ${afterId}::uuid)`;
};

const columns = Prisma.sql`u."id", u."importRunId" AS "importId", i."fileName", u."rowNumber" AS "row", u."address", u."unitNumber", u."municipality", u."province",
  u."postalCode", u."reason", u."resolvedAt" AS "settledAt", u."resolvedLocationId" AS "locationId"`;

const reasonOf = (text: string): TrayReason => trayReasons.find((known) => known === text) ?? "noPoint";

/** One page of the tray, and one row more where another follows. */
export const listUnplaced = async (db: Db, input: ListUnplacedInput): Promise<Unplaced[]> => {
  const order = input.state === "waiting" ? Prisma.sql`u."id"` : Prisma.sql`u."resolvedAt" DESC, u."id" DESC`;
  // The page is found in the narrow list of its state; only its own rows are read.
  const rows = await db.prisma.$queryRaw<(Omit<Unplaced, "reason"> & { reason: string })[]>`
    SELECT ${columns} FROM (
      SELECT u."id" FROM "UnplacedAddress" u WHERE ${filterOf(input)} ${behind(input)} ORDER BY ${order} LIMIT ${input.limit + 1}
    ) p JOIN "UnplacedAddress" u ON u."id" = p."id" LEFT JOIN "ImportRun" i ON i."id" = u."importRunId" ORDER BY ${order}`;
  return rows.map((row) => ({ ...row, reason: reasonOf(row.reason) }));
};

export const countUnplacedMatches = async (db: Db, input: ListUnplacedInput): Promise<number> => {
  const [row] = await db.prisma.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (SELECT 1 FROM "UnplacedAddress" u WHERE ${filterOf(input)} LIMIT ${mostUnplacedCounted}) w`;
  return row?.count ?? 0;
};

export type TrayShare = { importId: string | null; fileName: string | null; reason: TrayReason; count: number };

/** How many rows of which files lie there for what reason. */
export const countTray = async (db: Db, state: TrayState): Promise<TrayShare[]> => {
  const rows = await db.prisma.$queryRaw<(Omit<TrayShare, "reason"> & { reason: string })[]>`
    SELECT c."importRunId" AS "importId", i."fileName", c."reason", c."count" FROM (
      SELECT u."importRunId", u."reason", count(*)::int AS "count" FROM "UnplacedAddress" u WHERE ${conditions[state]} GROUP BY 1, 2
    ) c LEFT JOIN "ImportRun" i ON i."id" = c."importRunId" ORDER BY i."createdAt" DESC, c."reason"`;
  return rows.map((row) => ({ ...row, reason: reasonOf(row.reason) }));
};

/** Rows that wait are set aside; gives those that were, the others having gone meanwhile. */
export const setAsideUnplaced = async (db: Db, ids: readonly string[], at: Date): Promise<string[]> => {
  const rows = await db.prisma.$queryRaw<{ id: string }[]>`
    UPDATE "UnplacedAddress" SET "resolvedAt" = ${at} WHERE "id" = ANY(${[...ids]}::uuid[]) AND "resolvedAt" IS NULL RETURNING "id"`;
  return rows.map(({ id }) => id);
};

/** Rows that were set aside wait again. */
export const bringBackUnplaced = async (db: Db, ids: readonly string[]): Promise<string[]> => {
  const rows = await db.prisma.$queryRaw<{ id: string }[]>`
    UPDATE "UnplacedAddress" SET "resolvedAt" = NULL WHERE "id" = ANY(${[...ids]}::uuid[]) AND "resolvedAt" IS NOT NULL AND "resolvedLocationId" IS NULL
    RETURNING "id"`;
  return rows.map(({ id }) => id);
};

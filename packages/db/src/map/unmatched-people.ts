import type { ListUnmatchedInput, LocalCandidate, PersonRow, Placing, UnmatchedPerson, UnmatchedReason } from "@cml/domain/map";
import type { PoolClient } from "pg";
import type { Db } from "../client";
import type { Prisma } from "../generated/client";
import { localCandidateSchema, placingSchema, unmatchedReasons, waitingPersonSchema } from "@cml/domain/map";

export type WaitingRow = { row: number; rowKey: string; person: PersonRow; reason: UnmatchedReason; candidates: LocalCandidate[] };

/** Puts people without a sure door into the queue; who stands there already, whatever became of it, stays as it is. */
export const queueUnmatched = async (
  client: PoolClient,
  rows: readonly WaitingRow[],
  { importId, at, newId }: { importId: string; at: Date; newId: () => string },
): Promise<number> => {
  if (rows.length === 0) return 0;
  const given = rows.map(({ row, rowKey, person, reason, candidates }) => ({
    id: newId(), row, key: rowKey, person, address: person.address, reason, candidates,
  })); // prettier-ignore
  const { rowCount } = await client.query(
    `INSERT INTO "UnmatchedPerson" ("id", "importRunId", "rowNumber", "person", "address", "reason", "candidates", "createdAt", "rowKey")
     SELECT t.id, $2, t."row", t.person, t.address, t.reason, t.candidates, $3, t.key
     FROM jsonb_to_recordset($1::jsonb) t(id uuid, "row" int, key text, person jsonb, address text, reason text, candidates jsonb)
     ON CONFLICT ("rowKey") DO NOTHING`,
    [JSON.stringify(given).replaceAll("\\u0000", ""), importId, at],
  );
  return rowCount ?? 0;
};

export type SettledRow = { rowKey: string; isResolved: boolean; addressId: string | null };

/** What became of rows that stood in the queue before; a door that is gone since counts as waiting. */
export const findQueued = async (client: PoolClient, rowKeys: readonly string[]): Promise<SettledRow[]> => {
  const { rows } = await client.query<SettledRow>(
    `SELECT u."rowKey", u."resolvedAt" IS NOT NULL AS "isResolved", a."id" AS "addressId" FROM "UnmatchedPerson" u
     LEFT JOIN "Address" a ON a."id" = u."resolvedAddressId" WHERE u."rowKey" = ANY($1::text[])`,
    [rowKeys],
  );
  return rows;
};

/** Rows whose door is sure now leave the queue. */
export const leaveQueue = async (
  client: PoolClient,
  found: readonly { rowKey: string; addressId: string; residentId: string }[],
  at: Date,
): Promise<void> => {
  if (found.length === 0) return;
  await client.query(
    `UPDATE "UnmatchedPerson" u SET "resolvedAt" = $4, "resolvedAddressId" = f.address, "residentId" = f.resident
     FROM unnest($1::text[], $2::uuid[], $3::uuid[]) f(key, address, resident) WHERE u."rowKey" = f.key AND u."resolvedAt" IS NULL`,
    [found.map(({ rowKey }) => rowKey), found.map(({ addressId }) => addressId), found.map(({ residentId }) => residentId), at],
  );
};

export const dropWaiting = async (client: PoolClient, importId: string): Promise<void> => {
  await client.query(`DELETE FROM "UnmatchedPerson" WHERE "importRunId" = $1`, [importId]);
};

const waiting = { resolvedAt: null } as const;
const view = { id: true, importRunId: true, rowNumber: true, person: true, reason: true, candidates: true, importRun: { select: { fileName: true } } } as const; // prettier-ignore
type ViewRow = Prisma.UnmatchedPersonGetPayload<{ select: typeof view }>;

const toUnmatched = (row: ViewRow): UnmatchedPerson => ({
  id: row.id,
  importId: row.importRunId,
  fileName: row.importRun.fileName,
  row: row.rowNumber,
  person: waitingPersonSchema.parse(row.person),
  reason: unmatchedReasons.find((known) => known === row.reason) ?? "unsure",
  candidates: localCandidateSchema.array().parse(row.candidates),
});

export const countUnmatched = (db: Db): Promise<number> => db.prisma.unmatchedPerson.count({ where: waiting });

/** The queue from its beginning, and how much waits for what reason and of which lists. */
export const listUnmatched = async (db: Db, { importId, reason, limit }: ListUnmatchedInput) => {
  const where = { ...waiting, ...(importId === null ? {} : { importRunId: importId }), ...(reason === null ? {} : { reason }) };
  const rows = await db.prisma.unmatchedPerson.findMany({ where, orderBy: [{ createdAt: "asc" }, { rowNumber: "asc" }, { id: "asc" }], take: limit, select: view }); // prettier-ignore
  const total = await db.prisma.unmatchedPerson.count({ where });
  const reasons = await db.prisma.unmatchedPerson.groupBy({ by: ["reason"], where: waiting, _count: true });
  const lists = await db.prisma.unmatchedPerson.groupBy({ by: ["importRunId"], where: waiting, _count: true });
  const runs = await db.prisma.importRun.findMany({
    where: { id: { in: lists.map(({ importRunId }) => importRunId) } },
    select: { id: true, fileName: true },
    orderBy: { createdAt: "desc" },
  });
  return {
    items: rows.map(toUnmatched),
    total,
    byReason: Object.fromEntries(reasons.map((one) => [one.reason, one._count])),
    imports: runs.map((run) => ({ ...run, waiting: lists.find(({ importRunId }) => importRunId === run.id)?._count ?? 0 })),
  };
};

export type HeldUnmatched = UnmatchedPerson & {
  rowKey: string;
  source: string;
  resolvedAt: Date | null;
  residentId: string | null;
  addressId: string | null;
  placing: Placing | null;
};

/** One of the queue, held; null when it is gone. */
export const holdUnmatched = async (client: PoolClient, id: string): Promise<HeldUnmatched | null> => {
  const { rows } = await client.query<{
    id: string; importId: string; fileName: string; source: string; row: number; person: unknown; reason: string; candidates: unknown; rowKey: string;
    resolvedAt: Date | null; residentId: string | null; addressId: string | null; placing: unknown;
  }>(
    `SELECT u."id", u."importRunId" AS "importId", i."fileName", i."options"->>'source' AS source, u."rowNumber" AS "row", u."person", u."reason", u."candidates", u."rowKey",
       u."resolvedAt", u."residentId", u."resolvedAddressId" AS "addressId", u."placing"
     FROM "UnmatchedPerson" u JOIN "ImportRun" i ON i."id" = u."importRunId" WHERE u."id" = $1 FOR UPDATE OF u`,
    [id],
  ); // prettier-ignore
  const row = rows[0];
  if (row === undefined) return null;
  const { person, reason, candidates, placing, ...rest } = row;
  return {
    ...rest,
    placing: placing === null ? null : placingSchema.parse(placing),
    person: waitingPersonSchema.parse(person),
    reason: unmatchedReasons.find((known) => known === reason) ?? "unsure",
    candidates: localCandidateSchema.array().parse(candidates),
  };
};

export const settleUnmatched = async (
  client: PoolClient,
  id: string,
  {
    at,
    addressId,
    residentId,
    runId = null,
  }: { at: Date | null; addressId: string | null; residentId: string | null; runId?: string | null },
): Promise<void> => {
  await client.query(
    `UPDATE "UnmatchedPerson" SET "resolvedAt" = $2, "resolvedAddressId" = $3, "residentId" = $4, "placing" = NULL, "placedByRunId" = $5 WHERE "id" = $1`,
    [id, at, addressId, residentId, runId],
  );
};

/** The door of a building a person is to land at: the one asked for, the unit, or a new unit where the building has none of that name. */
export const holdDoorFor = async (
  client: PoolClient,
  {
    locationId,
    addressId,
    unitNumber,
    newId,
    at,
  }: { locationId: string; addressId: string | null; unitNumber: string | null; newId: string; at: Date },
): Promise<{ addressId: string; isNew: boolean } | null> => {
  const { rows } = await client.query<{ id: string; unitNumber: string | null }>(
    `SELECT a."id", a."unitNumber" FROM "Location" l JOIN "Address" a ON a."locationId" = l."id" WHERE l."id" = $1 AND l."archivedAt" IS NULL FOR UPDATE OF l`,
    [locationId],
  );
  if (rows.length === 0) return null;
  const stands = rows.find((row) => (addressId === null ? row.unitNumber === unitNumber : row.id === addressId));
  if (stands !== undefined) return { addressId: stands.id, isNew: false };
  if (addressId !== null || unitNumber === null) return null;
  await client.query(
    `INSERT INTO "Address" ("id", "locationId", "unitNumber", "refusedMarks", "createdAt", "updatedAt") VALUES ($1, $2, $3, '{}', $4, $4)`,
    [newId, locationId, unitNumber, at],
  );
  return { addressId: newId, isNew: true };
};

export type Moving = { id: string; addressId: string; newId: string; at: Date };

/**
 * Somebody whose list knows them at another door lives there now; their old door names the next person. Whom the new door only named
 * until now is written down as its first.
 */
export const movePerson = async (client: PoolClient, { id, addressId, newId, at }: Moving): Promise<void> => {
  const { rows } = await client.query<{ from: string }>(`SELECT "addressId" AS "from" FROM "Resident" WHERE "id" = $1 FOR UPDATE`, [id]);
  const from = rows[0]?.from;
  if (from === undefined || from === addressId) return;
  const own = `"firstName", "lastName", "phone", "email", "supportLevel", "supportDeclined", "leanCode", "doNotContact", "notes"`;
  await client.query(
    `INSERT INTO "Resident" ("id", "addressId", "isPrimary", ${own}, "createdAt", "updatedAt")
     SELECT $2, a."id", true, ${own}, $3, $3 FROM "Address" a WHERE a."id" = $1 AND coalesce(a."firstName", a."lastName", a."phone", a."email") IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM "Resident" o WHERE o."addressId" = a."id")`,
    [addressId, newId, at],
  );
  await client.query(
    `UPDATE "Resident" SET "addressId" = $2, "isPrimary" = NOT EXISTS (SELECT 1 FROM "Resident" o WHERE o."addressId" = $2 AND o."isPrimary") WHERE "id" = $1`,
    [id, addressId],
  );
  await nameDoorsAnew(client, [from, addressId]);
};

/** Each of these doors has one primary person where it has people, and names them. */
export const nameDoorsAnew = async (client: PoolClient, addressIds: readonly string[]): Promise<void> => {
  await client.query(
    `UPDATE "Resident" SET "isPrimary" = true WHERE "id" IN (
       SELECT DISTINCT ON (r."addressId") r."id" FROM "Resident" r WHERE r."addressId" = ANY($1::uuid[])
         AND NOT EXISTS (SELECT 1 FROM "Resident" o WHERE o."addressId" = r."addressId" AND o."isPrimary") ORDER BY r."addressId", r."id")`,
    [addressIds],
  );
  await client.query(
    `UPDATE "Address" a SET "firstName" = p."firstName", "lastName" = p."lastName", "phone" = p."phone", "email" = p."email"
     FROM unnest($1::uuid[]) w(id) LEFT JOIN "Resident" p ON p."addressId" = w.id AND p."isPrimary" WHERE a."id" = w.id`,
    [addressIds],
  );
};

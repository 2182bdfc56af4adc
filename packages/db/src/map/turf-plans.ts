import { type TurfCutting, turfCuttingSchema, type TurfPlan, type TurfPlanOptions, turfPlanOptionsSchema } from "@cml/domain/map";
import type { PoolClient } from "pg";
import type { Db } from "../client";
import type { Prisma } from "../generated/client";

export type StoredTurfPlan = TurfPlan & { keptCutIds: string[]; startedByUserId: string | null };

const withoutResult = { result: true } as const;
type Row = Prisma.TurfPlanGetPayload<{ omit: typeof withoutResult }>;

const toPlan = ({ id, cutId, status, progress, options, error, createdAt, keptAt, keptCutIds, startedByUserId }: Row): StoredTurfPlan => ({
  id,
  cutId,
  status,
  progress,
  options: turfPlanOptionsSchema.parse(options),
  error,
  createdAt,
  kept: keptAt === null ? null : keptCutIds.length,
  keptCutIds,
  startedByUserId,
});

export type NewTurfPlan = {
  id: string;
  cutId: string;
  options: TurfPlanOptions;
  startedByUserId: string | null;
  createdAt: Date;
  expiresAt: Date;
};

export const insertTurfPlan = async (db: Db, plan: NewTurfPlan): Promise<StoredTurfPlan> =>
  toPlan(await db.prisma.turfPlan.create({ data: plan, omit: withoutResult }));

export const findTurfPlan = async (db: Db, id: string): Promise<StoredTurfPlan | null> => {
  const row = await db.prisma.turfPlan.findUnique({ where: { id }, omit: withoutResult });
  return row && toPlan(row);
};

/** The newest plan of an area that is not forgotten. */
export const findLatestTurfPlan = async (db: Db, cutId: string, now: Date): Promise<StoredTurfPlan | null> => {
  const where = { cutId, expiresAt: { gt: now } };
  const row = await db.prisma.turfPlan.findFirst({ where, orderBy: [{ createdAt: "desc" }, { id: "desc" }], omit: withoutResult });
  return row && toPlan(row);
};

export const findTurfCutting = async (db: Db, id: string): Promise<TurfCutting | null> => {
  const row = await db.prisma.turfPlan.findUnique({ where: { id }, select: { result: true } });
  return row === null || row.result === null ? null : turfCuttingSchema.parse(row.result);
};

/** QUEUED becomes RUNNING; a RUNNING one (its worker died) begins again. False when it ended meanwhile. */
export const claimTurfPlan = async (db: Db, id: string, now: Date): Promise<boolean> => {
  const data = { status: "RUNNING" as const, startedAt: now, progress: 0 };
  return (await db.prisma.turfPlan.updateMany({ where: { id, status: { in: ["QUEUED", "RUNNING"] } }, data })).count === 1;
};

/** False when it was cancelled. */
export const advanceTurfPlan = async (db: Db, id: string, progress: number): Promise<boolean> =>
  (await db.prisma.turfPlan.updateMany({ where: { id, status: "RUNNING" }, data: { progress } })).count === 1;

type End =
  | { status: "COMPLETED"; result: TurfCutting; now: Date }
  | { status: "FAILED"; error: string; now: Date }
  | { status: "CANCELLED"; now: Date };

/** False when it had ended. */
export const endTurfPlan = async (db: Db, id: string, { now, ...end }: End): Promise<boolean> => {
  const where = { id, status: { in: ["QUEUED" as const, "RUNNING" as const] } };
  const { count } = await db.prisma.turfPlan.updateMany({ where, data: { ...end, progress: 100, finishedAt: now } });
  return count === 1;
};

/** Holds the plan and notes which turfs were made of it; false when somebody was quicker. Within the client's transaction. */
export const noteKeptTurfs = async (client: PoolClient, id: string, { cutIds, at }: { cutIds: string[]; at: Date }): Promise<boolean> => {
  const { rowCount } = await client.query(
    `UPDATE "TurfPlan" SET "keptCutIds" = $2::uuid[], "keptAt" = $3 WHERE "id" = $1 AND "status" = 'COMPLETED' AND "keptAt" IS NULL`,
    [id, cutIds, at],
  );
  return rowCount === 1;
};

/** Takes the note back and gives the turfs; null when there is none. Within the client's transaction. */
export const forgetKeptTurfs = async (client: PoolClient, id: string): Promise<string[] | null> => {
  const { rows } = await client.query<{ ids: string[] }>(
    `UPDATE "TurfPlan" p SET "keptCutIds" = '{}', "keptAt" = NULL
     FROM (SELECT "id", "keptCutIds" AS ids FROM "TurfPlan" WHERE "id" = $1 AND "keptAt" IS NOT NULL FOR UPDATE) was
     WHERE p."id" = was."id" RETURNING was.ids`,
    [id],
  );
  return rows[0]?.ids ?? null;
};

/** Names those of these turfs that are planned for a shift or in people's hands, or were walked. */
export const listBusyTurfs = async (client: PoolClient, cutIds: readonly string[]): Promise<string[]> => {
  const { rows } = await client.query<{ name: string }>(
    `SELECT c."name" FROM "Cut" c WHERE c."id" = ANY($1::uuid[]) AND (
       EXISTS (SELECT 1 FROM "TurfAssignment" t WHERE t."cutId" = c."id") OR EXISTS (SELECT 1 FROM "Shift" s WHERE s."cutId" = c."id"))
     ORDER BY c."name"`,
    [cutIds],
  );
  return rows.map(({ name }) => name);
};

export const deleteTurfs = async (client: PoolClient, cutIds: readonly string[]): Promise<void> => {
  await client.query(`DELETE FROM "Cut" WHERE "id" = ANY($1::uuid[])`, [cutIds]);
};

/** Puts turfs under the area they were cut from, and gives those that are lists of units their doors. */
export const nameParts = async (
  client: PoolClient,
  {
    parentCutId,
    cutIds,
    units,
  }: { parentCutId: string; cutIds: readonly string[]; units: readonly { cutId: string; addressId: string }[] },
): Promise<void> => {
  await client.query(`UPDATE "Cut" SET "parentCutId" = $1 WHERE "id" = ANY($2::uuid[])`, [parentCutId, cutIds]);
  await client.query(
    `INSERT INTO "CutAddress" ("cutId", "addressId") SELECT g.cut, g.address FROM unnest($1::uuid[], $2::uuid[]) g(cut, address)
     JOIN "Address" a ON a."id" = g.address`,
    [units.map(({ cutId }) => cutId), units.map(({ addressId }) => addressId)],
  );
};

export const purgeTurfPlans = async (db: Db, now: Date): Promise<number> =>
  (await db.prisma.turfPlan.deleteMany({ where: { expiresAt: { lte: now } } })).count;

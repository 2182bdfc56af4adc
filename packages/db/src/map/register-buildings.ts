import type { NarLocation } from "@cml/domain/map";
import type { Db } from "../client";
import { rawTransaction } from "../transaction";
import { copyRows } from "./copy";

const columns = ["importRunId", "locGuid", "latitude", "longitude", "isBlockFace", "federalDistrict"] as const;

/** Keeps buildings of a register's location files while its import runs; one that comes twice is kept as it came first. */
export const keepRegisterBuildings = async (db: Db, importRunId: string, buildings: readonly NarLocation[]): Promise<void> => {
  const rows = buildings.map((building) => ({ importRunId, ...building }));
  try {
    await rawTransaction(db, (client) => copyRows(client, { table: "ImportLocation", columns }, rows));
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    await insertOnce(db, importRunId, buildings);
  }
};

const isDuplicate = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "23505";

const insertOnce = async (db: Db, importRunId: string, buildings: readonly NarLocation[]): Promise<void> => {
  await db.pool.query(
    `INSERT INTO "ImportLocation" ("importRunId", "locGuid", "latitude", "longitude", "isBlockFace", "federalDistrict")
     SELECT $1::uuid, b.* FROM unnest($2::text[], $3::float8[], $4::float8[], $5::boolean[], $6::text[]) AS b ON CONFLICT DO NOTHING`,
    [
      importRunId,
      buildings.map(({ locGuid }) => locGuid),
      buildings.map(({ latitude }) => latitude),
      buildings.map(({ longitude }) => longitude),
      buildings.map(({ isBlockFace }) => isBlockFace),
      buildings.map(({ federalDistrict }) => federalDistrict),
    ],
  );
};

/** Those of the buildings that were kept, by their GUID. */
export const findRegisterBuildings = async (db: Db, importRunId: string, guids: readonly string[]): Promise<Map<string, NarLocation>> => {
  const { rows } = await db.pool.query<NarLocation>({
    name: "find-register-buildings",
    text: `SELECT "locGuid", "latitude", "longitude", "isBlockFace", "federalDistrict" FROM "ImportLocation"
           WHERE "importRunId" = $1 AND "locGuid" = ANY($2::text[])`,
    values: [importRunId, guids],
  });
  return new Map(rows.map((row) => [row.locGuid, row]));
};

/** How many are kept. The table is not logged: after a crash of the database it is empty, and its files are read again. */
export const countRegisterBuildings = async (db: Db, importRunId: string): Promise<number> => {
  const { rows } = await db.pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM "ImportLocation" WHERE "importRunId" = $1`, [
    importRunId,
  ]);
  return rows[0]?.n ?? 0;
};

/** Tells the planner what is there, once all are. */
export const settleRegisterBuildings = async (db: Db): Promise<void> => {
  await db.pool.query(`ANALYZE "ImportLocation"`);
};

export const removeRegisterBuildings = async (db: Db, importRunId: string): Promise<void> => {
  await db.pool.query(`DELETE FROM "ImportLocation" WHERE "importRunId" = $1`, [importRunId]);
};

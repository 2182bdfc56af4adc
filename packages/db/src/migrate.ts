import { createHash, randomUUID } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as migrateDrizzle } from "drizzle-orm/postgres-js/migrator";
import pg from "pg";
import postgres from "postgres";
import { packageRoot } from "./package-root";

// Any number: every process of the house asks for this one advisory lock before it migrates.
const migrationLock = 7_254_001;

type Migration = { name: string; sql: string; checksum: string };

/**
 * Brings the database up to date: the migrations of prisma/migrations, then those of schema "media". Two processes that
 * start at once wait for each other; when nothing is new it only reads. Each migration and its row in `_prisma_migrations`
 * commit together, in the form Prisma's own CLI writes, so that the CLI can take over. Returns the names applied.
 */
export const migrate = async (url: string): Promise<string[]> => {
  const client = new pg.Client({ connectionString: url, application_name: "changemaker-migrate" });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [migrationLock]);
    const applied = await applyPrismaMigrations(client);
    await applyMediaMigrations(url);
    return applied;
  } finally {
    await client.end(); // gives the lock back as well
  }
};

const applyPrismaMigrations = async (client: pg.Client): Promise<string[]> => {
  await client.query(historyTable);
  const known = await readHistory(client);
  const migrations = readMigrations();
  refuseForeignHistory(known, migrations);
  const pending = migrations.filter(({ name }) => !known.has(name));
  for (const migration of pending) await applyOne(client, migration);
  return pending.map(({ name }) => name);
};

const applyOne = async (client: pg.Client, { name, sql, checksum }: Migration): Promise<void> => {
  await client.query("BEGIN");
  try {
    await client.query(sql);
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, finished_at, migration_name, applied_steps_count) VALUES ($1, $2, now(), $3, 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw new Error(`The migration ${name} failed and was taken back whole: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
};

const refuseForeignHistory = (known: Map<string, string>, migrations: Migration[]): void => {
  for (const { name, checksum } of migrations) {
    const seen = known.get(name);
    if (seen !== undefined && seen !== checksum) {
      throw new Error(`The migration ${name} was changed after it was applied to this database; put it back and add a new migration.`);
    }
  }
  const unknown = [...known.keys()].filter((name) => !migrations.some((migration) => migration.name === name));
  if (unknown.length > 0) {
    throw new Error(
      `This database was made by a newer version (it has the migration ${unknown[0]}); start that version or restore a backup.`,
    );
  }
};

const readHistory = async (client: pg.Client): Promise<Map<string, string>> => {
  const { rows } = await client.query<{ migration_name: string; checksum: string; finished_at: Date | null }>(
    `SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL`,
  );
  const half = rows.find((row) => row.finished_at === null);
  if (half) throw new Error(`The migration ${half.migration_name} was left half done by another tool; see "prisma migrate resolve".`);
  return new Map(rows.map((row) => [row.migration_name, row.checksum]));
};

// Beside us in the repository; a package deployed alone carries the copy that its build made.
const migrationsFolder = (): string => {
  const inRepository = path.join(packageRoot(), "../../prisma/migrations");
  return fs.existsSync(path.join(inRepository, "migration_lock.toml")) ? inRepository : path.join(packageRoot(), "dist/prisma-migrations");
};

const readMigrations = (): Migration[] => {
  const folder = migrationsFolder();
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = fs.readFileSync(path.join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
};

const applyMediaMigrations = async (url: string): Promise<void> => {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await migrateDrizzle(drizzle(sql), { migrationsFolder: path.join(packageRoot(), "src/media/migrations") });
  } finally {
    await sql.end({ timeout: 5 });
  }
};

// Exactly the table Prisma makes.
const historyTable = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  id                  VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum            VARCHAR(64) NOT NULL,
  finished_at         TIMESTAMPTZ,
  migration_name      VARCHAR(255) NOT NULL,
  logs                TEXT,
  rolled_back_at      TIMESTAMPTZ,
  started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

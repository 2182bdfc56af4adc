// pnpm db:migration <name>: writes prisma/migrations/<timestamp>_<name>/migration.sql with what changed in prisma/schema since the
// newest migration. `--empty` makes an empty one for SQL that Prisma cannot express (partial indexes, unlogged tables).
import fs from "node:fs";
import path from "node:path";
import { currentSchema, diffSchemas, migratedSchema, migrationsDir, snapshotPath } from "./schema-diff.mjs";

const [name, ...flags] = process.argv.slice(2);
if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error("Usage: pnpm db:migration <name_in_snake_case> [--empty]");
  process.exit(1);
}

const schema = currentSchema();
const sql = await diffSchemas(migratedSchema(), schema);
const empty = flags.includes("--empty");
if (!sql && !empty) {
  console.log("prisma/schema has not changed since the newest migration; use --empty for SQL of your own.");
  process.exit(0);
}

const timestamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
const folder = path.join(migrationsDir, `${timestamp}_${name}`);
fs.mkdirSync(folder, { recursive: true });
fs.writeFileSync(path.join(folder, "migration.sql"), empty ? "-- What Prisma cannot express.\n" : `${sql}\n`);
fs.writeFileSync(path.join(migrationsDir, "migration_lock.toml"), 'provider = "postgresql"\n');
if (!empty) fs.writeFileSync(snapshotPath, schema);
console.log(path.relative(process.cwd(), path.join(folder, "migration.sql")));

import path from "node:path";
import { defineConfig } from "prisma/config";

// For people who use Prisma's own CLI beside our scripts (they apply the same migrations to the same _prisma_migrations table).
export default defineConfig({
  schema: path.join(import.meta.dirname, "schema"),
  migrations: { path: path.join(import.meta.dirname, "migrations") },
});

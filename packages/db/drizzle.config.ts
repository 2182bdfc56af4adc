import { defineConfig } from "drizzle-kit";

// Media tables only: without the filter drizzle-kit takes Prisma's tables for renamed or dropped ones.
export default defineConfig({
  dialect: "postgresql",
  schema: "./src/media/schema.ts",
  out: "./src/media/migrations",
  schemaFilter: ["media"],
});

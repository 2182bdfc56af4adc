// Part of packages/db's build: a package deployed without the repository carries the migrations it must apply.
import fs from "node:fs";
import path from "node:path";
import { migrationsDir } from "./schema-diff.mjs";

const target = path.resolve("dist/prisma-migrations");
fs.cpSync(migrationsDir, target, { recursive: true, filter: (file) => !file.endsWith(".prisma") });

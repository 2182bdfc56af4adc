#!/usr/bin/env node
// TypeScript 7 checks types only: the boundary and lint tools need the JavaScript API of 6.0, which 7 lacks.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";

const manifest = createRequire(import.meta.url).resolve("typescript7/package.json");
const { status } = spawnSync(process.execPath, [path.join(path.dirname(manifest), "bin/tsc"), ...process.argv.slice(2)], {
  stdio: "inherit",
});
process.exit(status ?? 1);

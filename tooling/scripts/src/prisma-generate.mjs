// Generates the Prisma client into packages/db/src/generated; does nothing while the schema has not changed.
// The client needs no native engine, but the CLI insists on one: any existing file will do (docs/decisions).
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const schemaDir = path.join(root, "prisma/schema");
const target = path.join(root, "packages/db/src/generated");
const stamp = path.join(target, ".schema-hash");
const lock = path.join(root, "packages/db/.prisma-generate.lock");
const cli = path.join(root, "packages/db/node_modules/prisma");

const fingerprint = () => {
  const hash = createHash("sha256");
  hash.update(fs.readFileSync(path.join(cli, "package.json")));
  for (const file of fs.readdirSync(schemaDir).sort()) hash.update(file).update(fs.readFileSync(path.join(schemaDir, file)));
  return hash.digest("hex");
};

const isCurrent = () => fs.existsSync(stamp) && fs.readFileSync(stamp, "utf8") === fingerprint();

// Two builds at once (turbo, or a test run beside a build) must not write the same folder; a lock older than a minute is a dead one.
const takeLock = async () => {
  for (;;) {
    try {
      fs.mkdirSync(lock);
      return;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      const age = Date.now() - (fs.statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0);
      if (age > 60_000) fs.rmSync(lock, { recursive: true, force: true });
      else await wait(100);
    }
  }
};

const generate = () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(cli, "build/index.js"), "generate", "--schema", schemaDir], {
    cwd: path.join(root, "packages/db"),
    encoding: "utf8",
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1", CHECKPOINT_DISABLE: "1" },
  });
  if (status !== 0) throw new Error(`prisma generate failed:\n${stdout}\n${stderr}`);
  fs.writeFileSync(stamp, fingerprint());
};

if (!isCurrent()) {
  await takeLock();
  try {
    if (!isCurrent()) generate();
  } finally {
    fs.rmSync(lock, { recursive: true, force: true });
  }
}

import fs from "node:fs";
import { hashOf } from "./content-hash.mjs";
import { PlainError } from "./plain-error.mjs";
import { cache, inRoot, pinnedPnpm } from "./places.mjs";
import { alone } from "./alone.mjs";
import { runCommand } from "./run-command.mjs";
import { readStamp, writeStamp } from "./stamp.mjs";

// In node_modules, so that whoever deletes that folder gets a new one.
const installStamp = inRoot("node_modules", ".installed-lockfile");
const buildStamp = `${cache}/built`;
const server = inRoot("apps", "server", "dist", "main.js");

const workspaceFolders = ["apps", "packages", "prisma", "tooling"];
const isManifest = (file) => file.endsWith("/package.json") || file === "package.json";
const isSource = (file) =>
  !/\.(test|db\.test|http\.test)\.[a-z]+$/.test(file) && !file.endsWith(".md") && !/eslint\.config\.mjs$/.test(file);

const installHash = () =>
  hashOf(
    inRoot(),
    ["pnpm-lock.yaml", "pnpm-workspace.yaml", "package.json", ...workspaceFolders],
    (file) => isManifest(file) || /^pnpm-/.test(file),
  );
const builtFolders = [
  "apps",
  "packages",
  "prisma",
  "tooling/scripts",
  "tooling/typescript",
  "tooling/fixtures",
  "tooling/bench",
  "pnpm-lock.yaml",
  "turbo.json",
];
const buildHash = () => hashOf(inRoot(), builtFolders, isSource);

// Development parts are needed to build, and a build is always one for production, whatever the server will run as.
const stepEnv = { NODE_ENV: "", TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1" };

/** Installs and builds what has changed since the last time; when nothing has, it only reads files. */
export const prepare = async ({ quiet = false } = {}) => {
  if (isReady()) return;
  await alone("prepare", async () => {
    if (isReady()) return;
    const say = (text) => process[quiet ? "stderr" : "stdout"].write(`${text}\n`);
    if (readStamp(installStamp) !== installHash()) await install({ quiet, say });
    const hash = buildHash();
    if (readStamp(buildStamp) !== hash || !fs.existsSync(server)) await build({ quiet, say, hash });
  });
};

const isReady = () => fs.existsSync(server) && readStamp(installStamp) === installHash() && readStamp(buildStamp) === buildHash();

const install = async ({ quiet, say }) => {
  say("Installing the libraries that the lockfile names …");
  const args = ["-y", pinnedPnpm(), "install", "--frozen-lockfile", "--config.confirm-modules-purge=false"];
  await step("npx", args, {
    quiet,
    failure: "The libraries could not be installed: see above what is missing (is this machine online?), then start again.",
  });
  writeStamp(installStamp, installHash());
};

const build = async ({ quiet, say, hash }) => {
  say("Building what has changed …");
  const args = ["-y", pinnedPnpm(), "exec", "turbo", "run", "build", "--output-logs=errors-only"];
  await step("npx", args, { quiet, failure: "The build failed: see above which part, correct it, then start again." });
  writeStamp(buildStamp, hash);
};

const step = async (program, args, { quiet, failure }) => {
  const { code, output } = await runCommand(program, args, { env: stepEnv, quiet });
  if (code === 0) return;
  process.stderr.write(output);
  throw new PlainError(failure);
};

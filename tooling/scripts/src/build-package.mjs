#!/usr/bin/env node
// Builds the workspace it is run in: every door named in package.json's "exports" (or the given entry files) becomes
// plain JavaScript in dist/. Our own relative files are bundled, packages stay imports, so Node resolves them as usual.
import { build } from "esbuild";
import fs from "node:fs";
import path from "node:path";

const manifest = JSON.parse(fs.readFileSync("package.json", "utf8"));

const doors = () => {
  const named = process.argv.slice(2);
  if (named.length > 0) return named;
  return Object.values(manifest.exports ?? {}).flatMap((door) => expand(door["@cml/source"]));
};

const expand = (pattern) => {
  if (!pattern.includes("*")) return [pattern];
  const [folder, file] = pattern.split("*");
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && fs.existsSync(path.join(folder, entry.name, file)))
    .map((entry) => path.join(folder, entry.name, file));
};

const root = fs.existsSync("src") ? "src" : ".";
fs.rmSync("dist", { recursive: true, force: true });
await build({
  entryPoints: doors(),
  outbase: root,
  outdir: "dist",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  packages: "external",
  sourcemap: "linked",
  loader: { ".wasm": "binary" },
  logLevel: "warning",
});

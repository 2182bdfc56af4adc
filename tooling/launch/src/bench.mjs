// `npm run bench -- [name] --json`: the figures, each beside its reference.
import { pathToFileURL } from "node:url";
import { requireNode } from "./node-version.mjs";
import { inRoot } from "./places.mjs";
import { runPlainly } from "./plain-error.mjs";
import { prepare } from "./prepare.mjs";

await runPlainly(async () => {
  requireNode();
  await prepare({ quiet: true });
  const program = inRoot("tooling", "bench", "dist", "main.js");
  process.argv[1] = program;
  await import(pathToFileURL(program).href);
});

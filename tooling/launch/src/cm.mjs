// `npm run cm -- <command>`: administration from the shell. Only the command's own words go to standard output.
import { pathToFileURL } from "node:url";
import { requireNode } from "./node-version.mjs";
import { inRoot } from "./places.mjs";
import { runPlainly } from "./plain-error.mjs";
import { prepare } from "./prepare.mjs";

await runPlainly(async () => {
  requireNode();
  await prepare({ quiet: true });
  const program = inRoot("apps", "cli", "dist", "main.js");
  process.argv[1] = program;
  await import(pathToFileURL(program).href);
});

// `npm run check`: everything a change must pass. The suites are left to `npm test` when it has just passed on this very tree.
import { requireNode } from "./node-version.mjs";
import { PlainError, runPlainly } from "./plain-error.mjs";
import { pinnedPnpm } from "./places.mjs";
import { prepare } from "./prepare.mjs";
import { runCommand } from "./run-command.mjs";
import { runSuites } from "./suites.mjs";
import { currentTree, isTreeTested, rememberTestedTree } from "./tested-tree.mjs";

const steps = ["format:check", "lint", "boundaries", "typecheck", "unused", "docs"];

const runSuitesOnce = async () => {
  if (isTreeTested()) {
    process.stdout.write("The suites have passed on this very tree already.\n");
    return [];
  }
  const tree = currentTree();
  const { passed, failed } = await runSuites();
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  if (failed === 0) rememberTestedTree(tree);
  return failed === 0 ? [] : ["test"];
};

await runPlainly(async () => {
  requireNode();
  await prepare();
  const failed = [];
  for (const step of steps) {
    process.stdout.write(`\n${step}\n`);
    const { code } = await runCommand("npx", ["-y", pinnedPnpm(), "run", "--silent", step], { env: { TURBO_TELEMETRY_DISABLED: "1" } });
    if (code !== 0) failed.push(step);
  }
  failed.push(...(await runSuitesOnce()));
  if (failed.length > 0) throw new PlainError(`\nFailed: ${failed.join(", ")}. See above; run one alone with npm run <name>.`);
  process.stdout.write("\nEverything passed.\n");
});

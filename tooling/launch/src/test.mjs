// `npm test`: every suite, from a fresh clone, with nothing but Node on the machine.
import { requireNode } from "./node-version.mjs";
import { runPlainly } from "./plain-error.mjs";
import { prepare } from "./prepare.mjs";
import { runSuites } from "./suites.mjs";
import { currentTree, rememberTestedTree } from "./tested-tree.mjs";

await runPlainly(async () => {
  requireNode();
  await prepare();
  const tree = currentTree();
  const { passed, failed } = await runSuites();
  if (failed > 0) process.exitCode = 1;
  else rememberTestedTree(tree);
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
});

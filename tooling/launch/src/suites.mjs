import fs from "node:fs";
import path from "node:path";
import { findChromium } from "./find-chromium.mjs";
import { cache, inRoot } from "./places.mjs";
import { runCommand } from "./run-command.mjs";
import { countResults } from "./test-totals.mjs";

/** Runs every suite and resolves to the totals; browser journeys last, for they use most. */
export const runSuites = async () => {
  const totals = [await runVitest("suites", ["--project=!e2e"])];
  if (findChromium() !== null || process.env.CI) totals.push(await runVitest("journeys", ["--project=e2e"]));
  else process.stdout.write("The browser journeys are left out: no Chromium was found on this machine.\n");
  return totals.reduce((sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }));
};

const runVitest = async (name, args) => {
  const report = path.join(cache, `${name}.json`);
  fs.rmSync(report, { force: true });
  const vitest = inRoot("node_modules", "vitest", "vitest.mjs");
  const { code } = await runCommand(
    process.execPath,
    [vitest, "run", "--reporter=default", "--reporter=json", `--outputFile=${report}`, ...args],
    {
      env: { NODE_ENV: "test" },
    },
  );
  return countResults(fs.existsSync(report) ? JSON.parse(fs.readFileSync(report, "utf8")) : null, code);
};

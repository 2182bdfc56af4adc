import fs from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

type AxeResult = { violations: { id: string; impact: string | null; nodes: { target: unknown[] }[] }[] };

/** What axe-core finds serious or critical on the page as it stands, one line each. */
export const seriousFindings = async (page: Page): Promise<string[]> => {
  // Evaluated through the debugger, so that the page's own content policy stays in force.
  const source = fs.readFileSync(axePath, "utf8");
  await page.evaluate(source);
  const result = await page.evaluate<AxeResult>("axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa'] })");
  return result.violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
};

import { ESLint } from "eslint";
import tseslint from "typescript-eslint";
import { describe, expect, it } from "vitest";
import { domain } from "./domain.mjs";

// The purity rules need no types, so they are run alone on pieces of text.
const rules = domain.at(-1)?.rules ?? {};
const eslint = new ESLint({
  overrideConfigFile: true,
  overrideConfig: [{ files: ["**/*.ts"], languageOptions: { parser: tseslint.parser }, rules }],
});
const complaints = async (code: string) => {
  const [result] = await eslint.lintText(code, { filePath: "rule.ts" });
  return result?.messages.map((message) => message.ruleId) ?? [];
};

describe("the domain stays pure", () => {
  it.each([
    ["an async function", "export const f = async () => 1;"],
    ["the clock", "export const now = new Date();"],
    ["Date.now", "export const now = Date.now();"],
    ["chance", "export const x = Math.random();"],
    ["the network", "export const x = fetch('https://example.org');"],
    ["the environment", "export const x = process.env.HOME;"],
  ])("refuses %s", async (_what, code) => expect(await complaints(code)).not.toEqual([]));

  it("lets a given moment pass", async () =>
    expect(await complaints("export const f = (now: Date) => new Date(now.getTime() + 1);")).toEqual([]));
});

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { errorText } from "./translate";

const root = fileURLToPath(new URL("../../../", import.meta.url));

const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "node_modules" || entry.name === "dist" ? [] : sources(full);
    return /(?<!\.test)\.tsx?$/.test(entry.name) ? [full] : [];
  });

/** Keys written out where an error is thrown; those put together from parts are not seen. */
const thrown = (): Map<string, string> => {
  const found = new Map<string, string>();
  for (const file of [...sources(path.join(root, "packages")), ...sources(path.join(root, "apps"))])
    for (const [, key = ""] of readFileSync(file, "utf8").matchAll(/new AppError\(\s*[^,()]+,\s*"([\w.]+)"/g))
      found.set(key, path.relative(root, file));
  return found;
};

it("has a sentence in both languages for every error that is thrown", () => {
  const keys = thrown();
  expect(keys.size).toBeGreaterThan(150);
  for (const locale of ["en", "fr"] as const) {
    const unknown = errorText(locale, "no.such.key");
    expect([...keys].filter(([key]) => errorText(locale, key, { count: 2 }) === unknown)).toEqual([]);
  }
});

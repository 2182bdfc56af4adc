import type { z } from "zod";

const firstDay = new Date("0001-01-01T00:00:00Z");
const lastDay = new Date("9999-12-31T23:59:59.999Z");
const deepest = 32;
const unstorableText = /\0|\p{Surrogate}/u;

type Issue = z.core.$ZodIssueCustom;
const issueAt = (path: PropertyKey[], message: string): Issue => ({ code: "custom", path, message, input: undefined });

/**
 * The first thing in an input that no database could hold, as a schema would tell it; null where there is none. Texts have neither NUL nor
 * half characters, days have years of four digits, and nothing is nested deeper than anything of ours. Keys count as texts: some are stored.
 */
export const findUnstorable = (value: unknown, path: PropertyKey[] = []): Issue | null => {
  if (typeof value === "string") return unstorableText.test(value) ? issueAt(path, "control") : null;
  if (typeof value !== "object" || value === null) return null;
  if (value instanceof Date) return value >= firstDay && value <= lastDay ? null : issueAt(path, "invalid");
  if (path.length === deepest) return issueAt(path.slice(0, 1), "invalid");
  for (const [name, part] of Object.entries(value)) {
    const found = unstorableText.test(name) ? issueAt(path, "control") : findUnstorable(part, [...path, name]);
    if (found !== null) return found;
  }
  return null;
};

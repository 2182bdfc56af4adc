import type { Locale } from "@cml/domain/kernel";
import { translate } from "./translate";

/** One field at fault, by its path in the input ("letter.subject"), and the sentence for the person. */
export type FieldIssue = { path: string; message: string };

/** The parts of a Zod issue that are read here; any Zod issue fits. */
type Issue = {
  code: string;
  path: PropertyKey[];
  message?: string;
  minimum?: number | bigint;
  maximum?: number | bigint;
  origin?: string;
  input?: unknown;
  format?: string;
};

export const fieldIssues = (locale: Locale, issues: readonly Issue[]): FieldIssue[] =>
  issues.slice(0, 50).map((issue) => ({ path: issue.path.map(String).join("."), message: sentence(locale, issue) }));

const ownKeys = new Set(["postalCode", "singleLine", "control", "tooShort", "email", "password", "publicUrl", "timeZone"]);

const sentence = (locale: Locale, issue: Issue): string => {
  const minimum = Number(issue.minimum ?? 1);
  const maximum = Number(issue.maximum ?? 0);
  const say = (key: string) => translate(locale, `kernel:fields.${key}`, { minimum, maximum });
  const text = issue.origin === "string" || issue.origin === "array";
  switch (issue.code) {
    case "too_small":
      return say(text ? (minimum <= 1 ? "required" : "tooShort") : "tooSmall");
    case "too_big":
      return say(text ? "tooLong" : "tooBig");
    case "invalid_format":
      return say(issue.format === "email" ? "email" : "invalid");
    case "invalid_value":
      return say("choice");
    case "invalid_type":
      return say("wrongType");
    case "custom":
      return say(issue.message !== undefined && ownKeys.has(issue.message) ? issue.message : "invalid");
    default:
      return say("invalid");
  }
};

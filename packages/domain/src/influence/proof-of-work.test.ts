import { expect, it } from "vitest";
import { asksForProof, oddRates, type SubmissionSigns } from "./proof-of-work";

const person: SubmissionSigns = { trapFilled: false, openForMs: 40_000, fromAddress: 1, fromEmail: 1, toCampaign: 1 };

it.each<[string, Partial<SubmissionSigns>, boolean]>([
  ["a first letter", {}, false],
  ["a first letter in the middle of a flood", { toCampaign: 100_000 }, false],
  ["a form that does not say when it was opened", { openForMs: null }, false],
  ["a second letter of a family", { fromAddress: 2 }, false],
  ["a filled trap", { trapFilled: true }, true],
  ["no time to read", { openForMs: 900 }, true],
  ["a form opened tomorrow", { openForMs: -5_000 }, true],
  ["many from one address", { fromAddress: oddRates.fromAddress }, true],
  ["many of one person", { fromEmail: oddRates.fromEmail }, true],
  ["a second letter in the middle of a flood", { fromAddress: 2, toCampaign: oddRates.toCampaign }, true],
])("%s", (_what, signs, asked) => expect(asksForProof({ ...person, ...signs })).toBe(asked));

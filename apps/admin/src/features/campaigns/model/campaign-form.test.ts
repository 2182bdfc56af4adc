import type { Campaign } from "@cml/domain/influence";
import { expect, it } from "vitest";
import { changesOf, emptyCampaign, formOf, formPathOf, inputOf } from "./campaign-form";

const place = { defaultLocale: "fr", timeZone: "America/Edmonton" } as const;

const filled = () => {
  const values = emptyCampaign();
  Object.assign(values.texts.fr, { title: "Des trains la nuit", emailSubject: "Trains", emailBody: "Madame, Monsieur, …" });
  values.texts.en.title = "Night trains";
  return values;
};

const stored = (values = filled()) => ({ ...inputOf(values, place), id: "1", slug: "trains", status: "DRAFT" }) as Campaign;

it("sends the organisation's language in the seed fields and the other as translations", () => {
  const input = inputOf(filled(), place);
  expect(input).toMatchObject({ title: "Des trains la nuit", description: null, translations: { en: { title: "Night trains" } } });
});

it("sends no translations at all when the other language is empty", () => {
  const values = filled();
  values.texts.en.title = "  ";
  expect(inputOf(values, place).translations).toBeNull();
});

it("comes back from the server as it was typed", () => {
  const values = filled();
  values.moments.decisionAt = "2026-12-09 18:30:00";
  values.limits.recipientPerHour = 30;
  values.windowDays = ["1", "5"];
  values.plain.clerkEmail = "clerk@city.example";
  expect(formOf(stored(values), place)).toEqual(values);
});

it.each([
  ["2026-12-09 18:30:00", "2026-12-10T01:30:00.000Z"],
  ["2026-07-09 18:30:00", "2026-07-10T00:30:00.000Z"],
])("reads %s on the organisation's clock, in winter and in summer", (text, moment) => {
  const values = filled();
  values.moments.submissionDeadline = text;
  expect(inputOf(values, place).submissionDeadline?.toISOString()).toBe(moment);
});

it("sends only what was changed, so that a colleague's work elsewhere stays", () => {
  const values = filled();
  expect(changesOf(values, stored(), place)).toEqual({});
  values.flags.allowCalls = true;
  values.texts.fr.title = "Des trains, la nuit";
  expect(changesOf(values, stored(), place)).toEqual({ title: "Des trains, la nuit", allowCalls: true });
});

it("leaves targets to the page where their rules are made", () => {
  const values = filled();
  const ruled = { ...stored(), targets: [{ kind: "NAMED_PEOPLE" }], targetGovernmentLevels: [] } as unknown as Campaign;
  expect(changesOf(values, ruled, place)).toEqual({});
  values.targetGovernmentLevels = ["MUNICIPAL"];
  expect(changesOf(values, stored(), place)).toEqual({ targetGovernmentLevels: ["MUNICIPAL"] });
});

it.each([
  ["changes.emailBody", "texts.fr.emailBody"],
  ["translations.en.title", "texts.en.title"],
  ["targetGovernmentLevels", "targetGovernmentLevels"],
  ["changes.decisionAt", "moments.decisionAt"],
  ["changes.recipientTotal", "limits.recipientTotal"],
  ["changes.clerkEmail", "plain.clerkEmail"],
  ["changes.embedOrigins.0", "embedOrigins"],
])("finds the form's field for %s, as the server names it", (path, found) => {
  expect(formPathOf(path, "fr")).toBe(found);
});

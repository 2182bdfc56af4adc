import { expect, it } from "vitest";
import { emptyCampaign, formOf, formPathOf, inputOf } from "./campaign-form";

const filled = () => {
  const values = emptyCampaign();
  values.texts.fr = {
    title: "Des trains la nuit",
    description: "",
    emailSubject: "Trains",
    emailBody: "Madame, Monsieur, …",
    callToAction: "",
  };
  values.texts.en.title = "Night trains";
  return values;
};

it("sends the organisation's language in the seed fields and the other as translations", () => {
  const input = inputOf(filled(), "fr");
  expect(input).toMatchObject({ title: "Des trains la nuit", description: null, translations: { en: { title: "Night trains" } } });
});

it("sends no translations at all when the other language is empty", () => {
  const values = filled();
  values.texts.en.title = "  ";
  expect(inputOf(values, "fr").translations).toBeNull();
});

it("comes back from the server as it was typed", () => {
  const values = filled();
  const stored = { ...inputOf(values, "fr"), id: "1", slug: "trains", status: "DRAFT" };
  expect(formOf(stored as never, "fr")).toEqual(values);
});

it("finds the form's field for a field the server names", () => {
  expect(formPathOf("changes.emailBody", "fr")).toBe("texts.fr.emailBody");
  expect(formPathOf("translations.en.title", "fr")).toBe("texts.en.title");
  expect(formPathOf("targetGovernmentLevels", "en")).toBe("targetGovernmentLevels");
});

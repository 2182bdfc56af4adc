import { expect, it } from "vitest";
import { errorText } from "./translate";

it("finds the sentence of an error that has a singular and a plural only", () => {
  expect(errorText("en", "campaign.translationsMissing", { count: 1 })).toContain("One text is missing");
  expect(errorText("fr", "campaign.translationsMissing", { count: 3 })).toContain("3 textes");
});

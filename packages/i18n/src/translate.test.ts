import { expect, it } from "vitest";
import { errorText, translate } from "./translate";

it("finds the sentence of an error that has a singular and a plural only", () => {
  expect(errorText("en", "campaign.translationsMissing", { count: 1 })).toContain("One text is missing");
  expect(errorText("fr", "campaign.translationsMissing", { count: 3 })).toContain("3 textes");
});

it("sets thousands as in Canada", () => {
  expect(translate("fr", "admin:buildings.bulk.removed", { count: 1383 })).toBe("1\u00a0383 immeubles retirés");
  expect(translate("en", "admin:buildings.bulk.removed", { count: 1383 })).toBe("1,383 buildings removed");
});

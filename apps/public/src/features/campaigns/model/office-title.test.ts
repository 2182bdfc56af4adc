import { en, fr } from "@cml/i18n/public";
import { expect, it } from "vitest";
import { textsOf } from "../../../texts/texts";
import { officeTitle } from "./office-title";

it.each([
  ["MP", "Member of Parliament", "Députation fédérale"],
  ["MPP", "Member of the provincial legislature", "Députation provinciale"],
  ["Maire", "Mayor", "Mairie"],
  ["Conseiller", "Councillor", "Conseil municipal"],
  ["Reeve", "Reeve", "Reeve"],
])("says %s as %s and %s", (office, english, french) => {
  expect(officeTitle(textsOf(en, "en"), office)).toBe(english);
  expect(officeTitle(textsOf(fr, "fr"), office)).toBe(french);
});

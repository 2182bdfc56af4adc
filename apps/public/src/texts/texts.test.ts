import { en, fr } from "@cml/i18n/public";
import { expect, it } from "vitest";
import { textsOf } from "./texts";

it("chooses the plural and the digits of the language", () => {
  expect(textsOf(en, "en")("campaigns.letters", { count: 1 })).toBe("1 letter sent");
  expect(textsOf(en, "en")("campaigns.letters", { count: 12_408 })).toBe("12,408 letters sent");
  expect(textsOf(fr, "fr")("campaigns.letters", { count: 0 })).toBe("0 lettre envoyée");
  expect(textsOf(fr, "fr")("campaigns.letters", { count: 12_408 })).toMatch(/^12\s408 lettres envoyées$/);
  expect(textsOf(fr, "fr")("campaigns.letters", { count: 2_000_000 })).toMatch(/de lettres envoyées$/);
});

it("fills names as they are and leaves escaping to what draws them", () => {
  expect(textsOf(en, "en")("panel.runBy", { organization: "A & <b>B</b>" })).toBe("A & <b>B</b> runs this campaign.");
});

it("says which text is missing instead of showing a bare key", () => {
  expect(() => textsOf({ panel: en.panel }, "en")("home.title")).toThrow("home.title");
});

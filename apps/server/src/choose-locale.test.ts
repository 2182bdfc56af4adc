import { expect, it } from "vitest";
import { chooseLocale } from "./choose-locale";

it.each([
  [undefined, "fr-CA,fr;q=0.9,en;q=0.8", "fr"],
  [undefined, "en;q=0.5, fr;q=0.9", "fr"],
  [undefined, "de, fr;q=0", "en"],
  [undefined, undefined, "en"],
  [undefined, "*", "en"],
  ["fr", "en", "fr"],
  ["fr-CA", "en", "fr"],
  ["xx", "fr", "fr"],
])("chosen %s, accepted %s: %s", (chosen, accepted, locale) => {
  expect(chooseLocale({ chosen, accepted }, "en")).toBe(locale);
});

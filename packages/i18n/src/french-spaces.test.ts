import { expect, it } from "vitest";
import { frenchSpaces } from "./french-spaces";
import { translate } from "./translate";

it("keeps signs with their words, and leaves everything else as it is", () => {
  expect(frenchSpaces("Objet : « Rues sûres », 40 % et 5 $; http://a.b")).toBe(
    "Objet\u00a0: «\u00a0Rues sûres\u00a0», 40\u00a0% et 5\u00a0$; http://a.b",
  );
});

it("is done to French alone", () => {
  const spaced = translate("fr", "kernel:fields.tooLong", { maximum: 200 });
  expect(spaced).toBe(frenchSpaces(spaced));
  expect(translate("en", "kernel:fields.tooLong", { maximum: 200 })).toBe("Use at most 200 characters.");
});

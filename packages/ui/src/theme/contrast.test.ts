import { describe, expect, it } from "vitest";
import { contrast, readable } from "./contrast";
import { correctColour, scaleOf } from "./organisation-colour";
import { roles, type SchemeName } from "./palette";
import { supportColours } from "./support-level";
import { textPairs } from "./text-pairs";

const schemes: SchemeName[] = ["light", "dark"];

it("measures contrast as WCAG does", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 1);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
});

describe.each(schemes)("%s", (scheme) => {
  it.each(textPairs(scheme))("$name is readable", ({ text, ground }) => {
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(readable);
  });

  it("draws every support mark so that it stands out from what it lies on (3:1, WCAG 1.4.11)", () => {
    for (const colour of Object.values(supportColours[scheme]))
      for (const ground of [roles[scheme].page, roles[scheme].surface]) expect(contrast(colour, ground)).toBeGreaterThanOrEqual(3);
  });
});

describe("an organisation's own colour", () => {
  const colours = ["#ffeb3b", "#ff0000", "#00a7e1", "#f5f5f5", "#111111", "#c0ffee", "#7b2d8b", "#ee7700", "#0f5c4d", "#39ff14"];

  it.each(colours)("%s is corrected until its text can be read in both schemes", (hex) => {
    for (const ground of [roles.light.page, roles.light.sunken, "#ffffff"])
      expect(contrast(correctColour(hex, "light"), ground)).toBeGreaterThanOrEqual(readable);
    for (const ground of [roles.dark.page, roles.dark.surface])
      expect(contrast(correctColour(hex, "dark"), ground)).toBeGreaterThanOrEqual(readable);
  });

  it.each(colours)("%s gives a scale whose every text pair passes", (hex) => {
    for (const scheme of schemes)
      for (const { name, text, ground } of textPairs(scheme, scaleOf(hex)))
        expect(contrast(text, ground), `${scheme} ${name} ${text} on ${ground}`).toBeGreaterThanOrEqual(readable);
  });

  it("stays as it is when it already passes, and falls back to ours when it is no colour", () => {
    expect(correctColour("#0f5c4d")).toBe("#0f5c4d");
    expect(correctColour("#7B2D8B")).toBe("#7b2d8b");
    expect(correctColour("url(javascript:1)")).toBe("#0f5c4d");
  });
});

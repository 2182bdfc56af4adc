import type { MapSettings } from "@cml/domain/settings";
import { describe, expect, it } from "vitest";
import { toSheetInput, toSheetValues } from "./walk-sheet-form";

const settings = {
  walkSheetTitle: "Safer streets",
  walkSheetSubtitle: null,
  walkSheetFooter: null,
  qrCode1Url: "https://example.org",
  qrCode1Label: "Our platform",
  qrCode2Url: null,
  qrCode2Label: null,
  qrCode3Url: null,
  qrCode3Label: null,
  translations: { fr: { walkSheetTitle: "Des rues sûres" } },
} as unknown as MapSettings;

describe("the settings of walk sheets", () => {
  it("stand in the form in both languages, and come back as they were", () => {
    const values = toSheetValues(settings, "fr");
    expect(values).toMatchObject({ walkSheetTitle: "Safer streets", walkSheetFooter: "", qrCode1Url: "https://example.org" });
    expect(values.other).toMatchObject({ walkSheetTitle: "Des rues sûres", walkSheetFooter: "" });
    const { translations, walkSheetTitle, walkSheetFooter, qrCode2Url } = toSheetInput(values, { settings, other: "fr" });
    expect({ walkSheetTitle, walkSheetFooter, qrCode2Url }).toEqual({
      walkSheetTitle: "Safer streets",
      walkSheetFooter: null,
      qrCode2Url: null,
    });
    expect(translations).toEqual({ fr: { walkSheetTitle: "Des rues sûres" } });
  });

  it("forget a translation that was emptied, and leave the other language alone", () => {
    const both = { ...settings, translations: { en: { walkSheetTitle: "Kept" }, fr: { walkSheetTitle: "Des rues sûres" } } } as MapSettings;
    const values = toSheetValues(both, "fr");
    const { translations } = toSheetInput({ ...values, other: { ...values.other, walkSheetTitle: "  " } }, { settings: both, other: "fr" });
    expect(translations).toEqual({ en: { walkSheetTitle: "Kept" }, fr: {} });
  });
});

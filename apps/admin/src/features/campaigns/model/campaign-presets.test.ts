import { createCampaignInput } from "@cml/domain/influence";
import { en, fr } from "@cml/i18n/admin";
import { expect, it } from "vitest";
import { inputOf } from "./campaign-form";
import { campaignPresets, presetForm } from "./campaign-presets";

const form = (preset: (typeof campaignPresets)[number]) =>
  presetForm(preset, { en: en.campaignPresets[preset], fr: fr.campaignPresets[preset] });

it.each(campaignPresets)("%s is a whole campaign in both languages, which the server takes as it is", (preset) => {
  const values = form(preset);
  for (const place of [
    { defaultLocale: "en", timeZone: "America/Toronto" },
    { defaultLocale: "fr", timeZone: "America/Toronto" },
  ] as const) {
    const taken = createCampaignInput.safeParse(inputOf(values, place));
    expect(taken.error?.issues ?? []).toEqual([]);
    expect(Object.keys(taken.data?.translations ?? {})).toHaveLength(1);
  }
});

it("reaches whom its name says, with the ways it is for", () => {
  expect(form("myMp").targets).toEqual([{ kind: "MY_REPRESENTATIVES", levels: ["FEDERAL"], offices: [] }]);
  expect(form("council")).toMatchObject({ targets: [{ kind: "MY_COUNCIL" }], flags: { publicRecord: true, askStreet: true } });
  expect(form("phoneDay").flags).toMatchObject({ allowCalls: true, allowPrint: false });
});

import { campaignTexts, type TargetRule } from "@cml/domain/influence";
import { type Locale, locales } from "@cml/domain/kernel";
import { type CampaignFlag, type CampaignFormValues, emptyCampaign } from "./campaign-form";

export const campaignPresets = ["myMp", "council", "phoneDay"] as const;
export type CampaignPreset = (typeof campaignPresets)[number];

/** The texts of one preset as the catalogue of a language has them; what it leaves out stays empty. */
type PresetTexts = Record<Locale, Partial<Record<string, string>>>;

type Rules = Pick<CampaignFormValues, "targetGovernmentLevels" | "targets"> & { on: CampaignFlag[]; off: CampaignFlag[] };
const rule = (given: TargetRule): TargetRule => given;

const rules: Record<CampaignPreset, Rules> = {
  myMp: {
    targetGovernmentLevels: ["FEDERAL"],
    targets: [rule({ kind: "MY_REPRESENTATIVES", levels: ["FEDERAL"], offices: [] })],
    on: [],
    off: [],
  },
  council: {
    targetGovernmentLevels: ["MUNICIPAL"],
    targets: [rule({ kind: "MY_COUNCIL", offices: [] })],
    on: ["publicRecord", "askStreet"],
    off: [],
  },
  phoneDay: {
    targetGovernmentLevels: ["FEDERAL"],
    targets: [rule({ kind: "MY_REPRESENTATIVES", levels: ["FEDERAL"], offices: [] })],
    on: ["allowCalls"],
    off: ["allowPrint"],
  },
};

/** A form as the preset wants it: texts in both languages, who is written to, and what people may do. */
export const presetForm = (preset: CampaignPreset, texts: PresetTexts): CampaignFormValues => {
  const values = emptyCampaign();
  for (const locale of locales) for (const field of campaignTexts) values.texts[locale][field] = texts[locale][field] ?? "";
  const { on, off, ...reached } = rules[preset];
  for (const flag of on) values.flags[flag] = true;
  for (const flag of off) values.flags[flag] = false;
  return { ...values, ...reached };
};

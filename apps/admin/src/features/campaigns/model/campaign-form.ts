import { type Campaign, campaignTexts, type CampaignText, type CreateCampaignInput, type GovernmentLevel } from "@cml/domain/influence";
import { type Locale, otherLocale } from "@cml/domain/kernel";

export const campaignFlags = [
  "allowSmtpEmail",
  "allowMailtoLink",
  "verifySender",
  "allowEmailEditing",
  "allowRepeatLetters",
  "showEmailCount",
  "showResponseWall",
  "highlightCampaign",
] as const;
export type CampaignFlag = (typeof campaignFlags)[number];

type Texts = Record<CampaignText, string>;

/** What the editor holds: every text in both languages side by side, so that switching languages loses nothing. */
export type CampaignFormValues = {
  texts: Record<Locale, Texts>;
  targetGovernmentLevels: GovernmentLevel[];
  flags: Record<CampaignFlag, boolean>;
};

const noTexts = (): Texts => ({ title: "", description: "", emailSubject: "", emailBody: "", callToAction: "" });

export const emptyCampaign = (): CampaignFormValues => ({
  texts: { en: noTexts(), fr: noTexts() },
  targetGovernmentLevels: ["FEDERAL"],
  flags: {
    allowSmtpEmail: true,
    allowMailtoLink: true,
    verifySender: true,
    allowEmailEditing: true,
    allowRepeatLetters: false,
    showEmailCount: true,
    showResponseWall: false,
    highlightCampaign: false,
  },
});

export const formOf = (campaign: Campaign, defaultLocale: Locale): CampaignFormValues => {
  const other = otherLocale(defaultLocale);
  const values = emptyCampaign();
  for (const field of campaignTexts) {
    values.texts[defaultLocale][field] = campaign[field] ?? "";
    values.texts[other][field] = campaign.translations?.[other]?.[field] ?? "";
  }
  values.targetGovernmentLevels = [...campaign.targetGovernmentLevels];
  for (const flag of campaignFlags) values.flags[flag] = campaign[flag];
  return values;
};

type Changes = Pick<CreateCampaignInput, CampaignText | "translations" | "targetGovernmentLevels" | CampaignFlag>;

/** What is sent: seed fields in the organisation's language, the rest under `translations`; empty optional texts are null. */
export const inputOf = (values: CampaignFormValues, defaultLocale: Locale): Changes => {
  const own = values.texts[defaultLocale];
  const other = otherLocale(defaultLocale);
  const translated = Object.fromEntries(Object.entries(values.texts[other]).filter(([, text]) => text.trim() !== ""));
  return {
    title: own.title,
    description: own.description.trim() === "" ? null : own.description,
    emailSubject: own.emailSubject,
    emailBody: own.emailBody,
    callToAction: own.callToAction.trim() === "" ? null : own.callToAction,
    translations: Object.keys(translated).length === 0 ? null : { [other]: translated },
    targetGovernmentLevels: values.targetGovernmentLevels,
    ...values.flags,
  };
};

/** A field at fault as the server names it ("emailBody", "translations.fr.title") → the path in this form. */
export const formPathOf = (path: string, defaultLocale: Locale): string => {
  const bare = path.replace(/^changes\./, "");
  const translated = /^translations\.(en|fr)\.(\w+)$/.exec(bare);
  if (translated !== null) return `texts.${translated[1] ?? ""}.${translated[2] ?? ""}`;
  return (campaignTexts as readonly string[]).includes(bare) ? `texts.${defaultLocale}.${bare}` : bare;
};

export const hasText = (texts: Texts): boolean => Object.values(texts).some((text) => text.trim() !== "");

import {
  type Campaign,
  campaignTexts,
  type CampaignText,
  type CreateCampaignInput,
  type GovernmentLevel,
  type TargetRule,
} from "@cml/domain/influence";
import { type Locale, otherLocale } from "@cml/domain/kernel";
import { localText, momentOfText } from "../../../shell/local-moment";

export const campaignFlags = [
  "allowSmtpEmail",
  "allowMailtoLink",
  "allowPrint",
  "allowCalls",
  "collectUserInfo",
  "showEmailCount",
  "showCallCount",
  "allowEmailEditing",
  "allowCustomRecipients",
  "showResponseWall",
  "highlightCampaign",
  "verifySender",
  "allowRepeatLetters",
  "ownConstituentsOnly",
  "askStreet",
  "publicRecord",
  "officeLink",
] as const;
export type CampaignFlag = (typeof campaignFlags)[number];

const moments = ["sendFrom", "sendUntil", "endsAt", "decisionAt", "submissionDeadline"] as const;
export type CampaignMoment = (typeof moments)[number];
const limits = ["lettersPerHour", "recipientPerHour", "recipientTotal"] as const;
type CampaignLimit = (typeof limits)[number];
const plainTexts = ["windowFrom", "windowTo", "clerkName", "clerkEmail", "nextStepUrl", "coverPhoto"] as const;
type PlainText = (typeof plainTexts)[number];

type Texts = Record<CampaignText, string>;

/** What the editor holds: every text in both languages side by side, moments as the organisation's clock shows them. */
export type CampaignFormValues = {
  texts: Record<Locale, Texts>;
  targetGovernmentLevels: GovernmentLevel[];
  targets: TargetRule[];
  flags: Record<CampaignFlag, boolean>;
  /** `YYYY-MM-DD HH:mm:ss` in the organisation's zone; null for none. */
  moments: Record<CampaignMoment, string | null>;
  /** "" for no limit, as number fields give it. */
  limits: Record<CampaignLimit, number | "">;
  plain: Record<PlainText, string>;
  windowDays: string[];
  embedOrigins: string[];
};

/** Where the organisation is: its language and its clock. */
export type FormPlace = { defaultLocale: Locale; timeZone: string };

const noTexts = (): Texts => Object.fromEntries(campaignTexts.map((field) => [field, ""])) as Texts;
const each = <K extends string, V>(names: readonly K[], value: (name: K) => V) =>
  Object.fromEntries(names.map((name) => [name, value(name)])) as Record<K, V>;

const onAtFirst: readonly CampaignFlag[] = [
  "allowSmtpEmail",
  "allowMailtoLink",
  "allowPrint",
  "collectUserInfo",
  "showEmailCount",
  "showCallCount",
  "allowEmailEditing",
  "verifySender",
];

export const emptyCampaign = (): CampaignFormValues => ({
  texts: { en: noTexts(), fr: noTexts() },
  targetGovernmentLevels: ["FEDERAL"],
  targets: [],
  flags: each(campaignFlags, (flag) => onAtFirst.includes(flag)),
  moments: each(moments, () => null),
  limits: each(limits, () => ""),
  plain: each(plainTexts, () => ""),
  windowDays: [],
  embedOrigins: [],
});

export const formOf = (campaign: Campaign, { defaultLocale, timeZone }: FormPlace): CampaignFormValues => {
  const other = otherLocale(defaultLocale);
  const own = each(campaignTexts, (field) => campaign[field] ?? "");
  const translated = each(campaignTexts, (field) => campaign.translations?.[other]?.[field] ?? "");
  return {
    texts: { en: defaultLocale === "en" ? own : translated, fr: defaultLocale === "fr" ? own : translated },
    targetGovernmentLevels: [...campaign.targetGovernmentLevels],
    targets: [...campaign.targets],
    flags: each(campaignFlags, (flag) => campaign[flag]),
    moments: each(moments, (name) => localText(campaign[name], timeZone)),
    limits: each(limits, (name) => campaign[name] ?? ""),
    plain: each(plainTexts, (name) => campaign[name] ?? ""),
    windowDays: campaign.windowDays.map(String),
    embedOrigins: [...campaign.embedOrigins],
  };
};

/** What is sent: seed fields in the organisation's language, the rest under `translations`; what is empty is null. */
export const inputOf = (values: CampaignFormValues, { defaultLocale, timeZone }: FormPlace): CreateCampaignInput => {
  const own = values.texts[defaultLocale];
  const other = otherLocale(defaultLocale);
  const translated = Object.fromEntries(Object.entries(values.texts[other]).filter(([, text]) => text.trim() !== ""));
  return {
    ...each(campaignTexts, (field) => orNull(own[field])),
    title: own.title,
    emailSubject: own.emailSubject,
    emailBody: own.emailBody,
    translations: Object.keys(translated).length === 0 ? null : { [other]: translated },
    targetGovernmentLevels: values.targetGovernmentLevels,
    targets: values.targets,
    ...values.flags,
    ...each(moments, (name) => momentOfText(values.moments[name], timeZone)),
    ...each(limits, (name) => (values.limits[name] === "" ? null : values.limits[name])),
    ...each(plainTexts, (name) => orNull(values.plain[name])),
    windowDays: values.windowDays.map(Number).sort((one, another) => one - another),
    embedOrigins: values.embedOrigins,
  };
};

/**
 * Only what differs from `campaign`: whatever a colleague changed elsewhere meanwhile stays as it is. Rules of targets are made
 * on a page of their own, and where there are any they say which levels are reached.
 */
export const changesOf = (values: CampaignFormValues, campaign: Campaign, place: FormPlace): Partial<CreateCampaignInput> => {
  const before = inputOf(formOf(campaign, place), place);
  const elsewhere = campaign.targets.length > 0 ? ["targets", "targetGovernmentLevels"] : ["targets"];
  const entries = Object.entries(inputOf(values, place)).filter(([name]) => !elsewhere.includes(name));
  return Object.fromEntries(entries.filter(([name, value]) => !isSame(value, before[name as keyof CreateCampaignInput])));
};

const isSame = (one: unknown, another: unknown): boolean => JSON.stringify(one) === JSON.stringify(another);
const orNull = (text: string): string | null => (text.trim() === "" ? null : text);

/** A field at fault as the server names it ("emailBody", "translations.fr.title") → the path in this form. */
export const formPathOf = (path: string, defaultLocale: Locale): string => {
  const bare = path.replace(/^changes\./, "");
  const translated = /^translations\.(en|fr)\.(\w+)$/.exec(bare);
  if (translated !== null) return `texts.${translated[1] ?? ""}.${translated[2] ?? ""}`;
  const isOf = (names: readonly string[]) => names.includes(bare);
  if (isOf(campaignTexts)) return `texts.${defaultLocale}.${bare}`;
  if (isOf(moments)) return `moments.${bare}`;
  if (isOf(limits)) return `limits.${bare}`;
  if (isOf(plainTexts)) return `plain.${bare}`;
  return bare.replace(/^(embedOrigins|windowDays)\..*$/, "$1");
};

export const hasText = (texts: Texts): boolean => Object.values(texts).some((text) => text.trim() !== "");

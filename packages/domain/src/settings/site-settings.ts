import { z } from "zod";
import { type Locale, localeSchema, translationsSchema } from "../kernel/locale";
import { inboundModeSchema } from "./inbound";

/** `mailhog` (the seed's word) is the embedded mailbox; `production` is the SMTP server of these settings. */
export const smtpProviders = ["mailhog", "production"] as const;
export const smtpProviderSchema = z.enum(smtpProviders);

/** Texts of the settings that exist in the other language too, in `translations`. */
export const translatedSettings = ["organizationName", "organizationShortName", "footerText", "loginSubtitle", "postalAddress"] as const;

/** The organisation's settings; the SMTP password is never among them, only whether there is one. */
export const siteSettingsSchema = z.object({
  organizationName: z.string(),
  organizationShortName: z.string(),
  organizationLogoUrl: z.string().nullable(),
  organizationFaviconUrl: z.string().nullable(),
  adminColorPrimary: z.string().nullable(),
  adminColorBgBase: z.string().nullable(),
  publicColorPrimary: z.string().nullable(),
  publicColorBgBase: z.string().nullable(),
  publicColorBgContainer: z.string().nullable(),
  publicHeaderGradient: z.string().nullable(),
  footerText: z.string().nullable(),
  loginSubtitle: z.string().nullable(),
  postalAddress: z.string().nullable(),
  contactEmail: z.string().nullable(),
  contactPhone: z.string().nullable(),
  translations: translationsSchema.nullable(),
  defaultLocale: localeSchema,
  locales: z.array(localeSchema),
  timeZone: z.string(),
  publicUrl: z.string().nullable(),
  signUpEnabled: z.boolean(),
  enableInfluence: z.boolean(),
  enableMap: z.boolean(),
  enableNewsletter: z.boolean(),
  enableLandingPages: z.boolean(),
  emailFromName: z.string().nullable(),
  smtpHost: z.string().nullable(),
  smtpPort: z.int().nullable(),
  smtpSecure: z.boolean(),
  smtpUser: z.string().nullable(),
  smtpPassSet: z.boolean(),
  smtpFromAddress: z.string().nullable(),
  smtpActiveProvider: smtpProviderSchema,
  emailTestMode: z.boolean(),
  testEmailRecipient: z.string().nullable(),
  inboundDomain: z.string().nullable(),
  inboundMode: inboundModeSchema,
  inboundImapHost: z.string().nullable(),
  inboundImapPort: z.int().nullable(),
  inboundImapSecure: z.boolean(),
  inboundImapUser: z.string().nullable(),
  inboundImapPassSet: z.boolean(),
  inboundImapFolder: z.string().nullable(),
  inboundSmtpPort: z.int().nullable(),
  sendingPaused: z.boolean(),
  updatedAt: z.date(),
});
export type SiteSettings = z.infer<typeof siteSettingsSchema>;

/** What every page may know. */
export const publicSettingsSchema = siteSettingsSchema
  .pick({
    organizationName: true,
    organizationShortName: true,
    organizationLogoUrl: true,
    organizationFaviconUrl: true,
    adminColorPrimary: true,
    adminColorBgBase: true,
    publicColorPrimary: true,
    publicColorBgBase: true,
    publicColorBgContainer: true,
    publicHeaderGradient: true,
    footerText: true,
    loginSubtitle: true,
    postalAddress: true,
    contactEmail: true,
    contactPhone: true,
    translations: true,
    defaultLocale: true,
    locales: true,
    timeZone: true,
    signUpEnabled: true,
    enableInfluence: true,
    enableMap: true,
    enableNewsletter: true,
    enableLandingPages: true,
  })
  .extend({
    /** Absolute address of the site, without a slash at the end. */
    publicUrl: z.string(),
    /** Mail goes to the mailbox on this computer and reaches nobody: a banner says so. */
    embeddedMail: z.boolean(),
    /** Test mode: all mail goes to one address, whoever it is for. */
    mailDiverted: z.boolean(),
  });
export type PublicSettings = z.infer<typeof publicSettingsSchema>;

/** What the settings would contradict themselves in; null when they fit together. The word names an error text. */
export const settingsContradiction = (
  settings: Pick<
    SiteSettings,
    | "locales"
    | "defaultLocale"
    | "smtpActiveProvider"
    | "smtpHost"
    | "smtpFromAddress"
    | "emailTestMode"
    | "testEmailRecipient"
    | "inboundMode"
    | "inboundDomain"
    | "inboundImapHost"
    | "inboundImapUser"
    | "inboundSmtpPort"
  >,
): "defaultLocaleMissing" | "smtpIncomplete" | "testRecipientMissing" | "inboundImapIncomplete" | "inboundSmtpIncomplete" | null => {
  if (!settings.locales.includes(settings.defaultLocale)) return "defaultLocaleMissing";
  if (settings.smtpActiveProvider === "production" && settings.smtpHost !== null && settings.smtpFromAddress === null)
    return "smtpIncomplete";
  if (settings.inboundMode === "imap" && (settings.inboundImapHost === null || settings.inboundImapUser === null))
    return "inboundImapIncomplete";
  if (settings.inboundMode === "smtp" && (settings.inboundDomain === null || settings.inboundSmtpPort === null))
    return "inboundSmtpIncomplete";
  return settings.emailTestMode && settings.testEmailRecipient === null ? "testRecipientMissing" : null;
};

/** A settings text in `locale`, or as it was written when it was not translated. */
export const settingsText = (
  settings: Pick<SiteSettings, "translations" | (typeof translatedSettings)[number]>,
  field: (typeof translatedSettings)[number],
  locale: Locale,
): string => {
  const translated = settings.translations?.[locale]?.[field];
  return translated !== undefined && translated !== "" ? translated : (settings[field] ?? "");
};

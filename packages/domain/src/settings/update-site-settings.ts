import { z } from "zod";
import { localeSchema, locales } from "../kernel/locale";
import { emailSchema, lineSchema, paragraphsSchema } from "../kernel/text";
import { inboundModeSchema } from "./inbound";
import { smtpProviderSchema, translatedSettings } from "./site-settings";

const colorSchema = z.string().regex(/^#[0-9a-f]{6}$/i);
// Gradients of plain colours only: nothing in them can load or close anything.
const gradientSchema = z
  .string()
  .max(300)
  .regex(/^(linear|radial|conic)-gradient\([#\w\s,.%-]*(\((?:[\d\s,.%/]*)\)[#\w\s,.%-]*)*\)$/)
  .refine((text) => !/url/i.test(text), { message: "invalid" });
const pictureSchema = z.union([z.url({ protocol: /^https?$/ }).max(500), z.string().regex(/^\/files\/[\w./-]{1,300}$/)]);
const hostSchema = z
  .string()
  .max(253)
  .regex(/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$|^\[[0-9a-f:.]+\]$/i);

const isOrigin = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, origin } = new URL(text);
  return (protocol === "https:" || protocol === "http:") && origin === text;
};
/** The address people open: http or https, without path, slash at the end, user or query. */
export const publicUrlSchema = z.string().max(300).refine(isOrigin, { message: "publicUrl" });

const isTimeZone = (name: string): boolean => {
  try {
    return /^[A-Za-z]/.test(name) && new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    // Intl says no by throwing.
    return false;
  }
};
/** An IANA zone this machine knows. */
export const timeZoneSchema = z.string().max(60).refine(isTimeZone, { message: "timeZone" });

const text = (max: number) => lineSchema(max).nullable();
const settingsTranslations = z.partialRecord(localeSchema, z.partialRecord(z.enum(translatedSettings), paragraphsSchema(2000)));

/** Fields left out stay as they are. `smtpPass` and `inboundImapPass` are only ever written: null forgets them. */
export const updateSiteSettingsInput = z
  .object({
    organizationName: lineSchema(120),
    organizationShortName: lineSchema(10, 0),
    organizationLogoUrl: pictureSchema.nullable(),
    organizationFaviconUrl: pictureSchema.nullable(),
    adminColorPrimary: colorSchema.nullable(),
    adminColorBgBase: colorSchema.nullable(),
    publicColorPrimary: colorSchema.nullable(),
    publicColorBgBase: colorSchema.nullable(),
    publicColorBgContainer: colorSchema.nullable(),
    publicHeaderGradient: gradientSchema.nullable(),
    footerText: paragraphsSchema(2000).nullable(),
    loginSubtitle: text(200),
    postalAddress: paragraphsSchema(400).nullable(),
    contactEmail: emailSchema.nullable(),
    contactPhone: text(40),
    translations: settingsTranslations.nullable(),
    defaultLocale: localeSchema,
    locales: z
      .array(localeSchema)
      .min(1)
      .max(locales.length)
      .refine((list) => new Set(list).size === list.length, { message: "invalid" }),
    timeZone: timeZoneSchema,
    publicUrl: publicUrlSchema.nullable(),
    signUpEnabled: z.boolean(),
    enableInfluence: z.boolean(),
    enableMap: z.boolean(),
    enableNewsletter: z.boolean(),
    enableLandingPages: z.boolean(),
    emailFromName: text(120),
    smtpHost: hostSchema.nullable(),
    smtpPort: z.int().min(1).max(65_535).nullable(),
    smtpSecure: z.boolean(),
    smtpUser: text(200),
    smtpPass: z.string().min(1).max(500).nullable(),
    smtpFromAddress: emailSchema.nullable(),
    smtpActiveProvider: smtpProviderSchema,
    emailTestMode: z.boolean(),
    testEmailRecipient: emailSchema.nullable(),
    inboundDomain: hostSchema.nullable(),
    inboundMode: inboundModeSchema,
    inboundImapHost: hostSchema.nullable(),
    inboundImapPort: z.int().min(1).max(65_535).nullable(),
    inboundImapSecure: z.boolean(),
    inboundImapUser: text(200),
    inboundImapPass: z.string().min(1).max(500).nullable(),
    inboundImapFolder: text(200),
    inboundSmtpPort: z.int().min(1).max(65_535).nullable(),
    sendingPaused: z.boolean(),
  })
  .partial();
export type UpdateSiteSettingsInput = z.infer<typeof updateSiteSettingsInput>;

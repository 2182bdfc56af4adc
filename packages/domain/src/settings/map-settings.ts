import { z } from "zod";
import { localeSchema, translationsSchema } from "../kernel/locale";
import { lineSchema, paragraphsSchema } from "../kernel/text";

/** Texts of the walk sheet and its QR codes that exist in the other language too. */
export const translatedMapSettings = [
  "walkSheetTitle",
  "walkSheetSubtitle",
  "walkSheetFooter",
  "qrCode1Label",
  "qrCode2Label",
  "qrCode3Label",
] as const;

const maybe = z.string().nullable();

export const mapSettingsSchema = z.object({
  latitude: z.number(),
  longitude: z.number(),
  zoom: z.int(),
  walkSheetTitle: maybe,
  walkSheetSubtitle: maybe,
  walkSheetFooter: maybe,
  qrCode1Url: maybe,
  qrCode1Label: maybe,
  qrCode2Url: maybe,
  qrCode2Label: maybe,
  qrCode3Url: maybe,
  qrCode3Label: maybe,
  translations: translationsSchema.nullable(),
  basemapUrl: maybe,
  basemapAttribution: maybe,
  updatedAt: z.date(),
});
export type MapSettings = z.infer<typeof mapSettingsSchema>;

/** Where a map opens before it knows better. */
export const mapViewSchema = mapSettingsSchema.pick({
  latitude: true,
  longitude: true,
  zoom: true,
  basemapUrl: true,
  basemapAttribution: true,
});
export type MapView = z.infer<typeof mapViewSchema>;

const text = (max: number) => lineSchema(max).nullable();
const webAddress = z.url({ protocol: /^https?$/ }).max(500);
// A style, or tiles with {z}/{x}/{y} in them.
const basemapSchema = z
  .string()
  .max(500)
  .refine((address) => URL.canParse(address.replace(/[{}]/g, "")) && /^https?:\/\//.test(address), { message: "invalid" });

/** Fields left out stay as they are. */
export const updateMapSettingsInput = z
  .object({
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
    zoom: z.int().min(1).max(20),
    walkSheetTitle: text(120),
    walkSheetSubtitle: text(200),
    walkSheetFooter: paragraphsSchema(500).nullable(),
    qrCode1Url: webAddress.nullable(),
    qrCode1Label: text(60),
    qrCode2Url: webAddress.nullable(),
    qrCode2Label: text(60),
    qrCode3Url: webAddress.nullable(),
    qrCode3Label: text(60),
    translations: z.partialRecord(localeSchema, z.partialRecord(z.enum(translatedMapSettings), paragraphsSchema(500))).nullable(),
    basemapUrl: basemapSchema.nullable(),
    basemapAttribution: text(300),
  })
  .partial();
export type UpdateMapSettingsInput = z.infer<typeof updateMapSettingsInput>;

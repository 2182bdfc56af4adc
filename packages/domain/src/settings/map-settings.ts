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
  /** Storage key of a basemap of our own. */
  basemapFileKey: maybe,
  /** Where the archive of the National Address Register lies; null is the official address. */
  registerUrl: maybe,
  updatedAt: z.date(),
});
export type MapSettings = z.infer<typeof mapSettingsSchema>;

/**
 * What lies under our own layers: nothing but imported lines, somebody's style, or tiles with {z}/{x}/{y} in their address, which for a
 * basemap of our own is a path of this server.
 */
export const mapGroundSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("plain") }),
  z.object({ kind: z.literal("style"), url: z.string() }),
  z.object({ kind: z.literal("raster"), tiles: z.string(), maxZoom: z.int() }),
  z.object({ kind: z.literal("vector"), tiles: z.string(), maxZoom: z.int(), schema: z.enum(["protomaps", "openmaptiles"]) }),
]);
export type MapGround = z.infer<typeof mapGroundSchema>;
export const plainGround: MapGround = { kind: "plain" };

/** Where a map opens before it knows better, what it lies on, and whom to thank for what it shows. */
export const mapViewSchema = mapSettingsSchema.pick({ latitude: true, longitude: true, zoom: true }).extend({
  ground: mapGroundSchema,
  credits: z.array(z.string()),
});
export type MapView = z.infer<typeof mapViewSchema>;

const text = (max: number) => lineSchema(max).nullable();
const webAddress = z.url({ protocol: /^https?$/ }).max(500);
// A style, or tiles with {z}/{x}/{y} in them.
const basemapSchema = z
  .string()
  .max(500)
  .refine((address) => URL.canParse(address.replace(/[{}]/g, "")) && /^https?:\/\//.test(address), { message: "invalid" });

/** What an address of a basemap is: tiles where it has {z} in it (vector ones by their ending), else a style. */
export const groundOfAddress = (address: string): MapGround => {
  if (!address.includes("{z}")) return { kind: "style", url: address };
  return /\.(pbf|mvt)(\?|$)/.test(address)
    ? { kind: "vector", tiles: address, maxZoom: 14, schema: "openmaptiles" }
    : { kind: "raster", tiles: address, maxZoom: 19 };
};

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
    registerUrl: webAddress.nullable(),
  })
  .partial();
export type UpdateMapSettingsInput = z.infer<typeof updateMapSettingsInput>;

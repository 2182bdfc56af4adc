import { z } from "zod";
import { localeSchema } from "../kernel/locale";
import { postalCodeSchema } from "../kernel/postal-code";
import { lineSchema } from "../kernel/text";
import { districtKeySchema } from "./represent";

export const locateStreetInput = z.strictObject({
  campaignSlug: z.string().trim().min(1).max(100),
  postalCode: postalCodeSchema,
  street: lineSchema(200, 3),
  locale: localeSchema,
});
export type LocateStreetInput = z.output<typeof locateStreetInput>;

export const locatedStreetSchema = z.object({
  districts: z.array(z.string()),
  /** The place as the map service names it, for the person to recognise. */
  place: z.string(),
  latitude: z.number(),
  longitude: z.number(),
});
export type LocatedStreet = z.infer<typeof locatedStreetSchema>;

/** A rural code may be wide; a street farther from its centre than this is another street of that name. */
export const streetReachM = 150_000;

/** Streets looked up by one address: the map service gives us one a second for everybody. */
export const locateLimit = { limit: 12, windowSeconds: 300 } as const;
export const shapesLimit = { limit: 60, windowSeconds: 300 } as const;

export const districtShapesInput = z.strictObject({ districts: z.array(districtKeySchema).min(1).max(12) });

const position = z.array(z.number()).min(2).max(3);
const ring = z.array(position).min(4);
const outlineSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("Polygon"), coordinates: z.array(ring) }),
  z.object({ type: z.literal("MultiPolygon"), coordinates: z.array(z.array(ring)) }),
]);

/** A polygon as a source sent it; null for anything else. */
export const readOutline = (value: unknown): z.infer<typeof outlineSchema> | null => {
  const read = outlineSchema.safeParse(value);
  return read.success ? read.data : null;
};

export const districtShapeSchema = z.object({
  type: z.literal("Feature"),
  properties: z.object({ key: z.string() }),
  geometry: outlineSchema,
});
export type DistrictShape = z.infer<typeof districtShapeSchema>;
export const districtShapesSchema = z.object({ type: z.literal("FeatureCollection"), features: z.array(districtShapeSchema) });
export type DistrictShapes = z.infer<typeof districtShapesSchema>;

import { z } from "zod";
import { latLngSchema } from "../kernel/geo";
import { idSchema, lineSchema } from "../kernel/text";

/** Rows of the "not on the map" tray: those that wait, those somebody set aside, those that stand on the map now. */
export const trayStates = ["waiting", "setAside", "placed"] as const;
export type TrayState = (typeof trayStates)[number];

/** Why a row lies there: the file had no point for it, or one outside the country. */
export const trayReasons = ["noPoint", "outsideCanada"] as const;
export type TrayReason = (typeof trayReasons)[number];

export const unplacedSchema = z.object({
  id: idSchema,
  importId: idSchema.nullable(),
  fileName: z.string().nullable(),
  row: z.int().nullable(),
  address: z.string(),
  unitNumber: z.string().nullable(),
  municipality: z.string().nullable(),
  province: z.string().nullable(),
  postalCode: z.string().nullable(),
  reason: z.enum(trayReasons),
  /** When it was placed or set aside. */
  settledAt: z.date().nullable(),
  locationId: idSchema.nullable(),
});
export type Unplaced = z.infer<typeof unplacedSchema>;

export const mostUnplacedCounted = 100_000;

export const listUnplacedInput = z.object({
  state: z.enum(trayStates).default("waiting"),
  importId: idSchema.nullable().default(null),
  reason: z.enum(trayReasons).nullable().default(null),
  q: lineSchema(120, 0).default(""),
  afterId: idSchema.nullable().default(null),
  limit: z.int().min(1).max(100).default(50),
});
export type ListUnplacedInput = z.infer<typeof listUnplacedInput>;

export const unplacedPageSchema = z.object({
  items: z.array(unplacedSchema),
  hasNext: z.boolean(),
  /** At most a hundred thousand are counted. */
  total: z.int(),
  /** Of all in this state, whatever the filter. */
  byReason: z.array(z.object({ reason: z.enum(trayReasons), count: z.int() })),
  imports: z.array(z.object({ id: idSchema, fileName: z.string(), count: z.int() })),
});
export type UnplacedPage = z.infer<typeof unplacedPageSchema>;

/** Where a person says an address stands: at a place a geocoder named, in one of our buildings where it is one, or where they clicked. */
export const placeUnplacedInput = z.object({
  id: idSchema,
  to: z.discriminatedUnion("kind", [
    z.object({
      kind: z.literal("take"),
      ...latLngSchema.shape,
      confidence: z.int().min(0).max(100),
      provider: z.enum(["LOCAL", "NOMINATIM", "PHOTON", "LOCATIONIQ", "MAPBOX", "ARCGIS"]),
      locationId: idSchema.nullable(),
    }),
    z.object({ kind: z.literal("hand"), ...latLngSchema.shape }),
  ]),
});
export type PlaceUnplacedInput = z.infer<typeof placeUnplacedInput>;

export const settleUnplacedInput = z.object({ ids: z.array(idSchema).min(1).max(100) });
export type SettleUnplacedInput = z.infer<typeof settleUnplacedInput>;

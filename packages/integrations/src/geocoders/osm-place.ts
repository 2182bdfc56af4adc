import type { GeocoderPlace, PlacePrecision } from "@cml/domain/map";
import { z } from "zod";

export const osmAddressSchema = z.object({
  house_number: z.string().optional(),
  road: z.string().optional(),
  city: z.string().optional(),
  town: z.string().optional(),
  village: z.string().optional(),
  municipality: z.string().optional(),
  state: z.string().optional(),
  "ISO3166-2-lvl4": z.string().optional(),
  postcode: z.string().optional(),
});
export type OsmAddress = z.infer<typeof osmAddressSchema>;

type Given = { latitude: number; longitude: number; label: string; kind: string; address: OsmAddress };

/** Services on OpenStreetMap give no score: how sure they are follows from what they found. */
export const placeOfOsm = ({ latitude, longitude, label, kind, address }: Given): GeocoderPlace => ({
  latitude,
  longitude,
  address:
    address.house_number !== undefined && address.road !== undefined ? `${address.house_number} ${address.road}` : (address.road ?? label),
  houseNumber: address.house_number ?? null,
  municipality: address.city ?? address.town ?? address.village ?? address.municipality ?? null,
  province: address["ISO3166-2-lvl4"]?.replace(/^CA-/, "") ?? address.state ?? null,
  postalCode: address.postcode ?? null,
  precision: precisionOf(kind),
  isPartial: false,
  score: null,
});

export const precisionOf = (kind: string): PlacePrecision => {
  if (["house", "building", "place", "venue"].includes(kind)) return "rooftop";
  if (["road", "street"].includes(kind)) return "street";
  if (["postcode", "postalcode"].includes(kind)) return "postalCode";
  return ["country", "state", "county", "region", "marine"].includes(kind) ? "region" : "town";
};

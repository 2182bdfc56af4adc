import type { LatLng } from "@cml/domain/kernel";
import type { GeocoderPlace, GeocoderQuestion, OutsideGeocoder } from "@cml/domain/map";

export type GeocoderAccess = { provider: OutsideGeocoder; baseUrl: string | null; key: string | null };
export type FoundPlace = GeocoderPlace & { confidence: number };

/** Geocoders of others. Null is "no such place"; throws AppError UPSTREAM `map.geocoder.…` when one cannot or will not answer. */
export type Geocoders = {
  forward: (access: GeocoderAccess, question: GeocoderQuestion) => Promise<FoundPlace | null>;
  reverse: (access: GeocoderAccess, point: LatLng) => Promise<FoundPlace | null>;
};

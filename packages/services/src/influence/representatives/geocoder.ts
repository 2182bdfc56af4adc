import type { LatLng } from "@cml/domain/kernel";

export type GeocodeQuestion = { street: string; city: string; province: string; postalCode: string };
export type GeocodedPlace = LatLng & {
  /** The place as the service names it, for the person to recognise. */
  place: string;
  province: string;
  /** False where only the street or town was found, not the number. */
  exact: boolean;
};

/** Finds a street address. Null when it is not found or no service is configured. Throws AppError("UPSTREAM") when it cannot answer. */
export type Geocoder = { locate: (question: GeocodeQuestion) => Promise<GeocodedPlace | null> };

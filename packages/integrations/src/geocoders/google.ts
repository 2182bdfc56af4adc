import { AppError } from "@cml/domain/kernel";
import type { GeocoderPlace, PlacePrecision } from "@cml/domain/map";
import { z } from "zod";
import { type GeocoderAdapter, withQuery } from "./adapter";

const resultSchema = z.object({
  formatted_address: z.string(),
  types: z.array(z.string()).default([]),
  partial_match: z.boolean().default(false),
  address_components: z.array(z.object({ long_name: z.string(), short_name: z.string(), types: z.array(z.string()) })).default([]),
  geometry: z.object({ location: z.object({ lat: z.number(), lng: z.number() }), location_type: z.string() }),
});
type Result = z.infer<typeof resultSchema>;
const answerSchema = z.object({ status: z.string(), results: z.array(resultSchema).default([]) });

/** https://developers.google.com/maps/documentation/geocoding: always HTTP 200; its terms forbid keeping what it answers. */
export const google: GeocoderAdapter = {
  forwardUrl: ({ baseUrl, key }, { text, parts }) =>
    withQuery(`${baseUrl}/maps/api/geocode/json`, {
      address: parts === null ? text : [parts.street, parts.city, parts.province].filter((word) => word !== "").join(", "),
      components: parts === null || parts.postalCode === "" ? "country:CA" : `country:CA|postal_code:${parts.postalCode}`,
      region: "ca",
      language: "en",
      key,
    }),
  reverseUrl: ({ baseUrl, key }, { latitude, longitude }) =>
    withQuery(`${baseUrl}/maps/api/geocode/json`, { latlng: `${latitude},${longitude}`, language: "en", key }),
  read: (json) => {
    const { status, results } = answerSchema.parse(json);
    if (status === "ZERO_RESULTS") return null;
    if (status !== "OK") throw new AppError("UPSTREAM", failures[status] ?? "map.geocoder.unreachable", {}, { log: `status ${status}` });
    const [result] = results;
    return result === undefined ? null : toPlace(result);
  },
};

const failures: Readonly<Record<string, string>> = {
  OVER_DAILY_LIMIT: "map.geocoder.busy",
  OVER_QUERY_LIMIT: "map.geocoder.busy",
  REQUEST_DENIED: "map.geocoder.refused",
  INVALID_REQUEST: "map.geocoder.unreadable",
};

const toPlace = (result: Result): GeocoderPlace => {
  const part = (type: string) => result.address_components.find(({ types }) => types.includes(type));
  const { lat, lng } = result.geometry.location;
  const houseNumber = part("street_number")?.long_name ?? null;
  return {
    latitude: lat,
    longitude: lng,
    address: result.formatted_address.split(",")[0] ?? "",
    houseNumber,
    municipality: (part("locality") ?? part("sublocality"))?.long_name ?? null,
    province: part("administrative_area_level_1")?.short_name ?? null,
    postalCode: part("postal_code")?.long_name ?? null,
    precision: precisionOf(result, houseNumber),
    isPartial: result.partial_match,
    score: null,
  };
};

const precisionOf = ({ types, geometry }: Result, houseNumber: string | null): PlacePrecision => {
  if (geometry.location_type === "ROOFTOP") return "rooftop";
  if (geometry.location_type === "RANGE_INTERPOLATED") return "interpolated";
  if (types.includes("postal_code")) return "postalCode";
  if (types.includes("route") || houseNumber !== null) return "street";
  return types.some((type) => type.startsWith("administrative_area") || type === "country") ? "region" : "town";
};

import type { GeocoderPlace, PlacePrecision } from "@cml/domain/map";
import { z } from "zod";
import { type GeocoderAdapter, withQuery } from "./adapter";

const named = z.object({ name: z.string() });
const answerSchema = z.object({
  features: z.array(
    z.object({
      geometry: z.object({ coordinates: z.tuple([z.number(), z.number()]).rest(z.number()) }),
      properties: z.object({
        feature_type: z.string(),
        name: z.string(),
        coordinates: z.object({ accuracy: z.string().optional() }).optional(),
        context: z
          .object({
            address: z.object({ address_number: z.string().optional(), name: z.string().optional() }).optional(),
            postcode: named.optional(),
            place: named.optional(),
            locality: named.optional(),
            region: z.object({ name: z.string(), region_code: z.string().optional() }).optional(),
          })
          .default({}),
        match_code: z.object({ confidence: z.string().optional() }).optional(),
      }),
    }),
  ),
});
type Properties = z.infer<typeof answerSchema>["features"][number]["properties"];

/** https://docs.mapbox.com/api/search/geocoding/ (v6). `permanent` is what allows its answers to be kept. */
export const mapbox: GeocoderAdapter = {
  forwardUrl: ({ baseUrl, key }, { text, parts }) =>
    withQuery(`${baseUrl}/search/geocode/v6/forward`, {
      ...(parts === null
        ? { q: text }
        : { address_line1: parts.street, place: parts.city, region: parts.province, postcode: parts.postalCode }),
      country: "ca",
      limit: "1",
      permanent: "true",
      autocomplete: "false",
      access_token: key,
    }),
  reverseUrl: ({ baseUrl, key }, { latitude, longitude }) =>
    withQuery(`${baseUrl}/search/geocode/v6/reverse`, {
      longitude: String(longitude),
      latitude: String(latitude),
      limit: "1",
      permanent: "true",
      access_token: key,
    }),
  read: (json) => {
    const feature = answerSchema.parse(json).features[0];
    return feature === undefined ? null : toPlace(feature.properties, feature.geometry.coordinates);
  },
};

const toPlace = (properties: Properties, [longitude, latitude]: readonly [number, number, ...number[]]): GeocoderPlace => {
  const { context, match_code } = properties;
  return {
    latitude,
    longitude,
    address: properties.name,
    houseNumber: context.address?.address_number ?? null,
    municipality: context.place?.name ?? context.locality?.name ?? null,
    province: context.region?.region_code ?? context.region?.name ?? null,
    postalCode: context.postcode?.name ?? null,
    precision: precisionOf(properties),
    isPartial: match_code?.confidence === "medium" || match_code?.confidence === "low",
    score: null,
  };
};

const accuracies: Readonly<Record<string, PlacePrecision>> = {
  rooftop: "rooftop",
  point: "rooftop",
  parcel: "parcel",
  interpolated: "interpolated",
  intersection: "street",
  approximate: "street",
  street: "street",
};
const featureTypes: Readonly<Record<string, PlacePrecision>> = {
  street: "street",
  block: "street",
  postcode: "postalCode",
  region: "region",
  country: "region",
  district: "region",
};

const precisionOf = ({ feature_type, coordinates }: Properties): PlacePrecision =>
  feature_type === "address" || feature_type === "secondary_address"
    ? (accuracies[coordinates?.accuracy ?? ""] ?? "interpolated")
    : (featureTypes[feature_type] ?? "town");

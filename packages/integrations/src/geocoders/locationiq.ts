import type { GeocoderPlace } from "@cml/domain/map";
import { z } from "zod";
import { type GeocoderAdapter, withQuery } from "./adapter";
import { osmAddressSchema, placeOfOsm, precisionOf } from "./osm-place";

const placeSchema = z.object({
  lat: z.coerce.number(),
  lon: z.coerce.number(),
  display_name: z.string(),
  type: z.string().default(""),
  address: osmAddressSchema.extend({ name: z.string().optional() }).default({}),
  matchquality: z
    .object({ matchcode: z.string().default(""), matchtype: z.string().default(""), matchlevel: z.string().default("") })
    .optional(),
});
type Place = z.infer<typeof placeSchema>;
const answerSchema = z.union([z.array(placeSchema), placeSchema.transform((place) => [place])]);

/** https://docs.locationiq.com: like Nominatim, with how well the question was met. "Unable to geocode" comes as a 404. */
export const locationiq: GeocoderAdapter = {
  forwardUrl: ({ baseUrl, key }, { text, parts }) =>
    withQuery(`${baseUrl}/v1/search${parts === null ? "" : "/structured"}`, {
      key,
      format: "json",
      limit: "1",
      countrycodes: "ca",
      addressdetails: "1",
      normalizecity: "1",
      matchquality: "1",
      ...(parts === null
        ? { q: text }
        : { street: parts.street, city: parts.city, state: parts.province, postalcode: parts.postalCode, country: "Canada" }),
    }),
  reverseUrl: ({ baseUrl, key }, { latitude, longitude }) =>
    withQuery(`${baseUrl}/v1/reverse`, {
      key,
      format: "json",
      addressdetails: "1",
      normalizecity: "1",
      lat: String(latitude),
      lon: String(longitude),
    }),
  read: (json) => {
    const place = answerSchema.parse(json)[0];
    return place === undefined ? null : toPlace(place);
  },
};

const toPlace = ({ lat, lon, display_name, address, type, matchquality }: Place): GeocoderPlace => {
  const kind = address.house_number !== undefined ? "house" : address.road !== undefined ? "road" : type;
  const plain = placeOfOsm({ latitude: lat, longitude: lon, label: display_name, kind, address });
  if (matchquality === undefined) return plain;
  const precision = matchquality.matchtype === "interpolated" ? "interpolated" : (levelOf(matchquality.matchlevel) ?? plain.precision);
  return { ...plain, precision, isPartial: matchquality.matchcode !== "exact" };
};

const levelOf = (level: string) => {
  if (level === "") return null;
  return level === "neighbourhood" || level === "island" || level === "borough" || level === "city" ? "town" : precisionOf(level);
};

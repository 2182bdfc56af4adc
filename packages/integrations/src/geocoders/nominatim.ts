import { z } from "zod";
import { type GeocoderAdapter, withQuery } from "./adapter";
import { type OsmAddress, osmAddressSchema, placeOfOsm } from "./osm-place";

const placeSchema = z.object({
  lat: z.coerce.number(),
  lon: z.coerce.number(),
  display_name: z.string(),
  addresstype: z.string().default(""),
  address: osmAddressSchema.default({}),
});
const answerSchema = z.union([
  z.array(placeSchema),
  placeSchema.transform((place) => [place]),
  z.object({ error: z.unknown() }).transform(() => []),
]);

/** https://nominatim.org/release-docs/latest/api/Search/ and /Reverse/ */
export const nominatim: GeocoderAdapter = {
  forwardUrl: ({ baseUrl }, { text, parts }) =>
    withQuery(`${baseUrl}/search`, {
      format: "jsonv2",
      addressdetails: "1",
      limit: "1",
      countrycodes: "ca",
      ...(parts === null
        ? { q: text }
        : { street: parts.street, city: parts.city, state: parts.province, postalcode: parts.postalCode, country: "Canada" }),
    }),
  reverseUrl: ({ baseUrl }, { latitude, longitude }) =>
    withQuery(`${baseUrl}/reverse`, { format: "jsonv2", addressdetails: "1", zoom: "18", lat: String(latitude), lon: String(longitude) }),
  read: (json) => {
    const place = answerSchema.parse(json)[0];
    if (place === undefined) return null;
    return placeOfOsm({
      latitude: place.lat,
      longitude: place.lon,
      label: place.display_name,
      kind: kindOf(place.addresstype, place.address),
      address: place.address,
    });
  },
};

const kindOf = (addressType: string, { house_number, road }: OsmAddress): string =>
  house_number !== undefined ? "house" : addressType === "" && road !== undefined ? "road" : addressType;

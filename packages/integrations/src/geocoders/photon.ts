import { z } from "zod";
import { type GeocoderAdapter, withQuery } from "./adapter";
import { placeOfOsm } from "./osm-place";

const answerSchema = z.object({
  features: z.array(
    z.object({
      geometry: z.object({ coordinates: z.tuple([z.number(), z.number()]).rest(z.number()) }),
      properties: z.object({
        type: z.string().default("other"),
        osm_key: z.string().optional(),
        osm_value: z.string().optional(),
        name: z.string().optional(),
        housenumber: z.string().optional(),
        street: z.string().optional(),
        postcode: z.string().optional(),
        city: z.string().optional(),
        state: z.string().optional(),
        countrycode: z.string().optional(),
      }),
    }),
  ),
});

/** https://github.com/komoot/photon: old servers know no country filter, so answers from elsewhere are dropped here. */
export const photon: GeocoderAdapter = {
  forwardUrl: ({ baseUrl }, { text }) => withQuery(`${baseUrl}/api`, { q: text, limit: "3", lang: "en", bbox: "-141.1,41.6,-52.5,83.2" }),
  reverseUrl: ({ baseUrl }, { latitude, longitude }) =>
    withQuery(`${baseUrl}/reverse`, { lat: String(latitude), lon: String(longitude), limit: "1", lang: "en" }),
  read: (json) => {
    const feature = answerSchema.parse(json).features.find(({ properties }) => (properties.countrycode ?? "CA").toUpperCase() === "CA");
    if (feature === undefined) return null;
    const { properties, geometry } = feature;
    const road = properties.street ?? (properties.type === "street" ? properties.name : undefined);
    const { housenumber, city, state, postcode } = properties;
    return placeOfOsm({
      latitude: geometry.coordinates[1],
      longitude: geometry.coordinates[0],
      label: properties.name ?? "",
      kind: housenumber === undefined && properties.type === "house" ? "town" : properties.type,
      address: { house_number: housenumber, road, city, state, postcode },
    });
  },
};

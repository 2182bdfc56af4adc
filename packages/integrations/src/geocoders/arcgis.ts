import { AppError } from "@cml/domain/kernel";
import type { GeocoderPlace, PlacePrecision } from "@cml/domain/map";
import { z } from "zod";
import { type GeocoderAdapter, withQuery } from "./adapter";

const attributesSchema = z.object({
  Addr_type: z.string().default(""),
  Match_addr: z.string().default(""),
  AddNum: z.string().optional(),
  StAddr: z.string().optional(),
  Address: z.string().optional(),
  City: z.string().optional(),
  Region: z.string().optional(),
  RegionAbbr: z.string().optional(),
  Postal: z.string().optional(),
});
type Attributes = z.infer<typeof attributesSchema>;
const pointSchema = z.object({ x: z.number(), y: z.number() });
const errorSchema = z.object({ error: z.object({ code: z.number(), message: z.string().default("") }) });
const forwardSchema = z.object({
  candidates: z.array(z.object({ location: pointSchema, score: z.number(), attributes: attributesSchema })),
});
const reverseSchema = z.object({ address: attributesSchema, location: pointSchema });

const fields = "Match_addr,Addr_type,AddNum,StAddr,City,Region,RegionAbbr,Postal";
const service = "arcgis/rest/services/World/GeocodeServer";

/** https://developers.arcgis.com/rest/geocode/: `forStorage` is what allows its answers to be kept; errors come with HTTP 200. */
export const arcgis: GeocoderAdapter = {
  forwardUrl: ({ baseUrl, key }, { text, parts }) =>
    withQuery(`${baseUrl}/${service}/findAddressCandidates`, {
      f: "json",
      ...(parts === null
        ? { singleLine: text }
        : { address: parts.street, city: parts.city, region: parts.province, postal: parts.postalCode }),
      countryCode: "CAN",
      outFields: fields,
      maxLocations: "1",
      outSR: "4326",
      forStorage: "true",
      token: key,
    }),
  reverseUrl: ({ baseUrl, key }, { latitude, longitude }) =>
    withQuery(`${baseUrl}/${service}/reverseGeocode`, {
      f: "json",
      location: `${longitude},${latitude}`,
      outSR: "4326",
      forStorage: "true",
      token: key,
    }),
  read: (json) => {
    const failed = errorSchema.safeParse(json);
    if (failed.success) return readError(failed.data.error.code);
    const reversed = reverseSchema.safeParse(json);
    if (reversed.success) return toPlace(reversed.data.address, reversed.data.location, 100);
    const candidate = forwardSchema.parse(json).candidates[0];
    return candidate === undefined ? null : toPlace(candidate.attributes, candidate.location, candidate.score);
  },
};

/** 400 of the reverse look-up says that there is no address; 498 and 499 are about the token. */
const readError = (code: number): null => {
  if (code === 400) return null;
  throw new AppError(
    "UPSTREAM",
    [401, 403, 498, 499].includes(code) ? "map.geocoder.refused" : "map.geocoder.unreachable",
    {},
    { log: `error ${code}` },
  );
};

const types: Readonly<Record<string, PlacePrecision>> = {
  Subaddress: "rooftop",
  PointAddress: "rooftop",
  BuildingName: "rooftop",
  Parcel: "parcel",
  StreetAddress: "interpolated",
  StreetAddressExt: "interpolated",
  StreetInt: "street",
  StreetBetween: "street",
  StreetName: "street",
  DistanceMarker: "street",
  Postal: "postalCode",
  PostalExt: "postalCode",
  PostalLoc: "postalCode",
  Locality: "town",
  POI: "town",
};

const toPlace = (attributes: Attributes, { x, y }: z.infer<typeof pointSchema>, score: number): GeocoderPlace => ({
  latitude: y,
  longitude: x,
  address: attributes.StAddr ?? attributes.Address ?? attributes.Match_addr.split(",")[0] ?? "",
  houseNumber: attributes.AddNum === undefined || attributes.AddNum === "" ? null : attributes.AddNum,
  municipality: attributes.City ?? null,
  province: attributes.RegionAbbr ?? attributes.Region ?? null,
  postalCode: attributes.Postal ?? null,
  precision: types[attributes.Addr_type] ?? "region",
  isPartial: false,
  score: Math.max(0, Math.min(100, score)),
});

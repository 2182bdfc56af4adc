import { z } from "zod";

/** WGS84 degrees. GeoJSON's [longitude, latitude] order lives only inside geometry. */
export const latLngSchema = z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) });
export type LatLng = z.infer<typeof latLngSchema>;

/** West, south, east, north in degrees. */
export const boundsSchema = z.tuple([z.number(), z.number(), z.number(), z.number()]);
export type Bounds = z.infer<typeof boundsSchema>;

export type Position = readonly [longitude: number, latitude: number];

export const toPosition = ({ latitude, longitude }: LatLng): [number, number] => [longitude, latitude];
export const fromPosition = ([longitude, latitude]: Position): LatLng => ({ latitude, longitude });

const earthRadiusM = 6_371_008.8;

/** Great-circle distance in metres (haversine, mean earth radius). */
export const distanceM = (a: LatLng, b: LatLng): number => {
  const rad = Math.PI / 180;
  const dLat = (b.latitude - a.latitude) * rad;
  const dLng = (b.longitude - a.longitude) * rad;
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a.latitude * rad) * Math.cos(b.latitude * rad) * Math.sin(dLng / 2) ** 2;
  return 2 * earthRadiusM * Math.asin(Math.min(1, Math.sqrt(h)));
};

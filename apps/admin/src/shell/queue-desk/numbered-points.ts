import type { Bounds, LatLng } from "@cml/domain/kernel";
import type { FeatureCollection } from "geojson";

/** Choices on the map, under the numbers of their keys. */
export const numberedPoints = (id: string, choices: readonly (LatLng & { key: number })[]): FeatureCollection => ({
  type: "FeatureCollection",
  features: choices.map(({ key, latitude, longitude }) => ({
    type: "Feature",
    geometry: { type: "Point", coordinates: [longitude, latitude] },
    properties: { id: `${id}-${key}`, label: String(key), isChoice: true, supportLevel: "LEVEL_1" },
  })),
});

const margin = 0.0012;

/** All of them that are near enough to the first to be meant, with some ground round them; null where there is none. */
export const boundsAround = ([first, ...others]: readonly LatLng[]): Bounds | null => {
  if (first === undefined) return null;
  const isNear = ({ latitude, longitude }: LatLng) =>
    Math.abs(latitude - first.latitude) < 0.2 && Math.abs(longitude - first.longitude) < 0.3;
  const all = [first, ...others.filter(isNear)];
  const longitudes = all.map(({ longitude }) => longitude);
  const latitudes = all.map(({ latitude }) => latitude);
  return [
    Math.min(...longitudes) - margin,
    Math.min(...latitudes) - margin,
    Math.max(...longitudes) + margin,
    Math.max(...latitudes) + margin,
  ];
};

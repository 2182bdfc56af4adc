import { distanceM, type LatLng } from "@cml/domain/kernel";

const winds = ["N", "NE", "E", "SE", "S", "SW", "W", "NW"] as const;

/** How far and which way a point goes, in whole metres and one of eight directions. */
export const moveOf = (from: LatLng, to: LatLng): { metres: number; wind: (typeof winds)[number] } => {
  const east = (to.longitude - from.longitude) * Math.cos((from.latitude * Math.PI) / 180);
  const turns = Math.atan2(east, to.latitude - from.latitude) / (2 * Math.PI);
  return { metres: Math.round(distanceM(from, to)), wind: winds[(Math.round(turns * 8) + 8) % 8] ?? "N" };
};

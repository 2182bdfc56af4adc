import { z } from "zod";
import type { LatLng } from "../kernel/geo";
import { fromLambert } from "./lambert";

/** What the two numbers of a point are: degrees, degrees the other way round, or metres of a projection (x in the longitude's column). */
export const pointReadings = ["degrees", "swapped", "statcanLambert", "webMercator"] as const;
export const pointReadingSchema = z.enum(pointReadings);
export type PointReading = (typeof pointReadings)[number];

/** What a file's points look like; zones of UTM are seen, but which one cannot be. */
export const pointLooks = [...pointReadings, "utm", "zero"] as const;
export type PointLook = (typeof pointLooks)[number];

export const isInCanada = ({ latitude, longitude }: LatLng): boolean =>
  latitude >= 41.6 && latitude <= 83.2 && longitude >= -141.1 && longitude <= -52.5;

/** A decimal comma is accepted; null for what is no number. */
export const coordinateOf = (text: string): number | null => {
  const bare = text.trim().replace(",", ".");
  return /^[+-]?\d{1,9}(\.\d+)?$/.test(bare) ? Number(bare) : null;
};

const mercatorRadius = 6_378_137;
const fromWebMercator = (x: number, y: number): LatLng => ({
  latitude: (Math.atan(Math.sinh(y / mercatorRadius)) * 180) / Math.PI,
  longitude: (x / mercatorRadius) * (180 / Math.PI),
});

// Eight decimals are about a millimetre.
const rounded = ({ latitude, longitude }: LatLng): LatLng => ({
  latitude: Math.round(latitude * 1e8) / 1e8,
  longitude: Math.round(longitude * 1e8) / 1e8,
});

/** The point two numbers of a file stand for, read as they are said to be. */
export const pointRead = ({ latitude, longitude }: LatLng, reading: PointReading): LatLng => {
  if (reading === "swapped") return rounded({ latitude: longitude, longitude: latitude });
  if (reading === "statcanLambert") return rounded(fromLambert(longitude, latitude));
  if (reading === "webMercator") return rounded(fromWebMercator(longitude, latitude));
  return rounded({ latitude, longitude });
};

const isUtm = ({ latitude: y, longitude: x }: LatLng): boolean => x > 100_000 && x < 900_000 && y > 4_500_000 && y < 9_400_000;

// Fewer than this share of a sample may be mistakes of single rows.
const enough = 0.8;

/** What most points of a sample look like; null for an empty one, or when nothing fits. */
export const pointLookOf = (points: readonly LatLng[]): PointLook | null => {
  if (points.length === 0) return null;
  const isMost = (fits: (point: LatLng) => boolean): boolean => points.filter(fits).length >= points.length * enough;
  if (isMost(({ latitude, longitude }) => latitude === 0 && longitude === 0)) return "zero";
  const reading = pointReadings.find((one) => isMost((point) => isInCanada(pointRead(point, one))));
  return reading ?? (isMost(isUtm) ? "utm" : null);
};

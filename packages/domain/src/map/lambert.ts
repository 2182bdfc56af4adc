import type { LatLng } from "../kernel/geo";

// EPSG:3347, NAD83 / Statistics Canada Lambert: a conformal cone with two standard parallels on the GRS80 ellipsoid.
const a = 6_378_137;
const flattening = 1 / 298.257222101;
const e = Math.sqrt(2 * flattening - flattening * flattening);
const radians = Math.PI / 180;
const lon0 = -91.8666666666667 * radians;
const falseEasting = 6_200_000;
const falseNorthing = 3_000_000;

const m = (lat: number): number => Math.cos(lat) / Math.sqrt(1 - (e * Math.sin(lat)) ** 2);
const t = (lat: number): number => Math.tan(Math.PI / 4 - lat / 2) / ((1 - e * Math.sin(lat)) / (1 + e * Math.sin(lat))) ** (e / 2);

const south = 49 * radians;
const north = 77 * radians;
const n = Math.log(m(south) / m(north)) / Math.log(t(south) / t(north));
const f = m(south) / (n * t(south) ** n);
const rho0 = a * f * t(63.390675 * radians) ** n;

// The latitude of a conformal latitude as a series in e (Snyder 1987, 3-5): exact to less than a millimetre, and no loop.
const e2 = e * e;
const c2 = e2 / 2 + (5 * e2 ** 2) / 24 + e2 ** 3 / 12 + (13 * e2 ** 4) / 360;
const c4 = (7 * e2 ** 2) / 48 + (29 * e2 ** 3) / 240 + (811 * e2 ** 4) / 11_520;
const c6 = (7 * e2 ** 3) / 120 + (81 * e2 ** 4) / 1_120;
const c8 = (4_279 * e2 ** 4) / 161_280;

/** Metres of Statistics Canada's Lambert to degrees; NAD83 and WGS84 lie about a metre apart, which is taken for nothing. */
export const fromLambert = (x: number, y: number): LatLng => {
  const east = x - falseEasting;
  const down = rho0 - (y - falseNorthing);
  const chi = Math.PI / 2 - 2 * Math.atan((Math.hypot(east, down) / (a * f)) ** (1 / n));
  const lat = chi + c2 * Math.sin(2 * chi) + c4 * Math.sin(4 * chi) + c6 * Math.sin(6 * chi) + c8 * Math.sin(8 * chi);
  return { latitude: lat / radians, longitude: (Math.atan2(east, down) / n + lon0) / radians };
};

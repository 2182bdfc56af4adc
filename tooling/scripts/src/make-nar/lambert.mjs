// EPSG:3347 forward: Lambert conformal conic with two standard parallels on the GRS80 ellipsoid (Snyder 1987, 15-1 to 15-9).
const a = 6378137;
const flattening = 1 / 298.257222101;
const e = Math.sqrt(2 * flattening - flattening * flattening);
const radians = Math.PI / 180;
const lat0 = 63.390675 * radians;
const lon0 = -91.8666666666667 * radians;
const falseEasting = 6200000;
const falseNorthing = 3000000;

const m = (lat) => Math.cos(lat) / Math.sqrt(1 - (e * Math.sin(lat)) ** 2);
const t = (lat) => Math.tan(Math.PI / 4 - lat / 2) / ((1 - e * Math.sin(lat)) / (1 + e * Math.sin(lat))) ** (e / 2);

const south = 49 * radians;
const north = 77 * radians;
const n = Math.log(m(south) / m(north)) / Math.log(t(south) / t(north));
const f = m(south) / (n * t(south) ** n);
const rho0 = a * f * t(lat0) ** n;

/** Degrees to metres of Statistics Canada's Lambert. */
export const toLambert = (latitude, longitude) => {
  const rho = a * f * t(latitude * radians) ** n;
  const theta = n * (longitude * radians - lon0);
  return { x: falseEasting + rho * Math.sin(theta), y: falseNorthing + rho0 - rho * Math.cos(theta) };
};

import { featureCollection, intersect, multiPolygon } from "@turf/turf";
import { holdsPoint } from "../boundary-index";
import { boundsOf, type CutGeometry, readCutGeometry } from "../cut-geometry";

/** What of a shape lies in the area, as a boundary we take; null when nothing does. */
export const withinArea = (shape: CutGeometry, area: CutGeometry): CutGeometry | null => {
  if (shape.coordinates.length === 0) return null;
  const clipped = isWhollyIn(shape, area) ? shape : (intersect(featureCollection([featureOf(shape), featureOf(area)]))?.geometry ?? null);
  if (clipped === null) return null;
  const read = readCutGeometry(clipped);
  return "geometry" in read ? read.geometry : null;
};

const featureOf = ({ type, coordinates }: CutGeometry) => multiPolygon(type === "Polygon" ? [coordinates] : coordinates);

/** Neither can cut the other: no corner of the shape lies outside, none of the area in the shape's box. */
const isWhollyIn = (shape: CutGeometry, area: CutGeometry): boolean => {
  const [west, south, east, north] = boundsOf(shape);
  const cornersOf = ({ type, coordinates }: CutGeometry) => (type === "Polygon" ? coordinates.flat() : coordinates.flat(2));
  if (cornersOf(area).some(([x = 0, y = 0]) => x >= west && x <= east && y >= south && y <= north)) return false;
  return cornersOf(shape).every(([longitude = 0, latitude = 0]) => holdsPoint(area, { latitude, longitude }));
};

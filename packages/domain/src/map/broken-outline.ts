import type { MultiLineString, Position } from "geojson";

// A picture of what is wrong needs no more; the file keeps the rest.
const mostPositions = 5000;

/** The lines of what is no area, as far as they lie on the map; null when nothing of it can be drawn. */
export const brokenOutline = (geometry: unknown): MultiLineString | null => {
  if (typeof geometry !== "object" || geometry === null || !("coordinates" in geometry)) return null;
  const lines: Position[][] = [];
  let room = mostPositions;
  const walk = (value: unknown): void => {
    if (!Array.isArray(value) || room <= 0) return;
    if (!value.some((inner) => isPlace(inner))) {
      for (const inner of value as unknown[]) walk(inner);
      return;
    }
    const line = value
      .filter(isPlace)
      .slice(0, room)
      .map(([x = 0, y = 0]) => [x, y]);
    room -= line.length;
    if (line.length > 1) lines.push(line);
  };
  walk(geometry.coordinates);
  return lines.length === 0 ? null : { type: "MultiLineString", coordinates: lines };
};

const isPlace = (value: unknown): value is Position =>
  Array.isArray(value) &&
  value.length >= 2 &&
  Number.isFinite(value[0]) &&
  Number.isFinite(value[1]) &&
  Math.abs(value[0] as number) <= 180 &&
  Math.abs(value[1] as number) <= 85;

import type { Bounds } from "@cml/domain/kernel";
import type { FeatureCollection, Position } from "geojson";

/** West, south, east, north of everything in the collection; null when it is empty. */
export const boundsOf = (collection: FeatureCollection): Bounds | null => {
  let found: Bounds | null = null;
  const take = ([lng, lat]: Position) => {
    if (lng === undefined || lat === undefined) return;
    found =
      found === null
        ? [lng, lat, lng, lat]
        : [Math.min(found[0], lng), Math.min(found[1], lat), Math.max(found[2], lng), Math.max(found[3], lat)];
  };
  for (const { geometry } of collection.features) if ("coordinates" in geometry) walk(geometry.coordinates, take);
  return found;
};

type Nested = Position | Position[] | Position[][] | Position[][][];

const walk = (node: Nested, take: (position: Position) => void): void => {
  if (typeof node[0] === "number") take(node as Position);
  else for (const child of node as Position[][]) walk(child, take);
};

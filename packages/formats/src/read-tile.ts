import { VectorTile } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";

/** What a vector tile tells of its features, layer by layer, without their shapes. */
export const readTile = (bytes: Uint8Array): Record<string, Record<string, unknown>[]> => {
  const { layers } = new VectorTile(new PbfReader(bytes));
  return Object.fromEntries(
    Object.entries(layers).map(([name, layer]) => [name, Array.from({ length: layer.length }, (_, n) => layer.feature(n).properties)]),
  );
};

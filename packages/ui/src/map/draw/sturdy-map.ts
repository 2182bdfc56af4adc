import type { GeoJSONSource, Map as MapLibre } from "maplibre-gl";

// What terra-draw does with a source of its own.
const nothing: Pick<GeoJSONSource, "setData"> = { setData: () => Promise.resolve() };

/**
 * The map as terra-draw may use it: it empties and takes away its layers when it stops, also those that went before it with the style
 * (another ground, night) or with the whole map (another page), and would throw.
 */
export const sturdyMap = (map: MapLibre): MapLibre => {
  const own: Partial<Record<string | symbol, unknown>> = {
    getSource: (id: string) => map.getSource(id) ?? nothing,
    removeSource: (id: string) => (map.getSource(id) === undefined ? map : map.removeSource(id)),
    removeLayer: (id: string) => (map.getLayer(id) === undefined ? map : map.removeLayer(id)),
  };
  return new Proxy(map, {
    get: (target, key) => {
      const value: unknown = own[key] ?? Reflect.get(target, key);
      return typeof value === "function" ? (value.bind(target) as unknown) : value;
    },
  });
};

import type { Map as MapLibre } from "maplibre-gl";
import { expect, it } from "vitest";
import { sturdyMap } from "./sturdy-map";

/** As much of a map as stops mattering when its style goes. */
const aMap = () => {
  const [sources, layers] = [new Map<string, { data: unknown[] }>(), new Set<string>()];
  const map = {
    zoom: 12,
    getZoom() {
      return this.zoom;
    },
    getSource: (id: string) => {
      const source = sources.get(id);
      return source && { setData: (data: unknown) => source.data.push(data) };
    },
    getLayer: (id: string) => (layers.has(id) ? { id } : undefined),
    removeSource: (id: string) => {
      if (!sources.delete(id)) throw new Error(`no source ${id}`);
    },
    removeLayer: (id: string) => {
      if (!layers.delete(id)) throw new Error(`no layer ${id}`);
    },
  };
  return { map: map as unknown as MapLibre, sources, layers };
};

it("lets what stands be written and taken away", () => {
  const { map, sources, layers } = aMap();
  const source = { data: [] as unknown[] };
  sources.set("drawing-point", source);
  layers.add("drawing-point");
  const sturdy = sturdyMap(map);
  (sturdy.getSource("drawing-point") as unknown as { setData: (data: unknown) => void }).setData("line");
  expect(source.data).toEqual(["line"]);
  sturdy.removeLayer("drawing-point");
  sturdy.removeSource("drawing-point");
  expect([sources.size, layers.size]).toEqual([0, 0]);
  expect(sturdy.getZoom()).toBe(12);
});

it("does not mind what went with the style or the map", () => {
  const sturdy = sturdyMap(aMap().map);
  const source = sturdy.getSource("drawing-point") as unknown as { setData: (data: unknown) => unknown };
  expect(() => source.setData([])).not.toThrow();
  expect(() => sturdy.removeLayer("drawing-point")).not.toThrow();
  expect(() => sturdy.removeSource("drawing-point")).not.toThrow();
});

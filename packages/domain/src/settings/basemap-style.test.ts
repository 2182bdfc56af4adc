import { expect, it } from "vitest";
import { originOf, originsOfSource, placesOfStyle } from "./basemap-style";

const base = "https://maps.example.org/styles/light.json";

it("reads where a style fetches from: tiles, pictures, signs and letters", () => {
  const style = {
    version: 8,
    sprite: [{ id: "default", url: "https://signs.example.org/light" }],
    glyphs: "https://letters.example.org/{fontstack}/{range}.pbf",
    sources: {
      streets: { type: "vector", tiles: ["https://tiles.example.org/{z}/{x}/{y}.pbf"] },
      described: { type: "vector", url: "/sources/land.json" },
      photo: { type: "image", url: "https://photos.example.org/a.png" },
      shapes: { type: "geojson", data: "https://shapes.example.org/parks.json" },
      drawn: { type: "geojson", data: { type: "FeatureCollection", features: [] } },
    },
    layers: [],
  };
  const { origins, sources } = placesOfStyle(style, base);
  expect(new Set(origins)).toEqual(
    new Set(["signs", "letters", "tiles", "photos", "shapes", "maps"].map((name) => `https://${name}.example.org`)),
  );
  expect(sources).toEqual(["https://maps.example.org/sources/land.json"]);
  expect(originsOfSource({ tiles: ["https://a.example.org/{z}/{x}/{y}.pbf", "b/{z}/{x}/{y}.pbf"] }, base)).toEqual([
    "https://a.example.org",
    "https://maps.example.org",
  ]);
});

it("takes nothing from what is no style, and no address that is not of the web", () => {
  for (const no of [null, "style", [], { sources: null }, { sources: [1], sprite: 4, glyphs: {} }])
    expect(placesOfStyle(no, base)).toEqual({ origins: [], sources: [] });
  const odd = { sources: { a: { url: "mapbox://x" }, b: { tiles: ["javascript:alert(1)", "https://{s}.tiles.example.org/{z}"] } } };
  expect(placesOfStyle(odd, base)).toEqual({ origins: [], sources: [] });
  expect(originOf("https://tiles.example.org:8443/{z}/{x}/{y}.png")).toBe("https://tiles.example.org:8443");
});

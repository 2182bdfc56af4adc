import { Readable } from "node:stream";
import { expect, it } from "vitest";
import { readKml } from "./kml";

const read = (text: string) => readKml(Readable.from([Buffer.from(text.slice(0, 40)), Buffer.from(text.slice(40))]));
const square = (west: number) => [[west, 50], [west + 1, 50], [west + 1, 51], [west, 51], [west, 50]]; // prettier-ignore
const ring = (west: number) => `<LinearRing><coordinates>
  ${west},50,0 ${west + 1},50,0 ${west + 1},51 ${west},51 ${west},50,0
</coordinates></LinearRing>`;

it("reads names, data, several polygons and holes, with a prefix too", async () => {
  const features = await read(`<?xml version="1.0" encoding="UTF-8"?>
    <kml:kml xmlns:kml="http://www.opengis.net/kml/2.2"><kml:Document><kml:name>Map</kml:name>
      <kml:Placemark><kml:name>Quartier Saint-Jean &amp; fils</kml:name>
        <kml:ExtendedData><kml:Data name="code"><kml:displayName>Code</kml:displayName><kml:value>12</kml:value></kml:Data>
          <kml:SchemaData><kml:SimpleData name="kind">ward</kml:SimpleData></kml:SchemaData></kml:ExtendedData>
        <kml:MultiGeometry>
          <kml:Polygon><kml:innerBoundaryIs>${ring(-99).replaceAll(/<(\/?)/g, "<$1kml:")}</kml:innerBoundaryIs><kml:outerBoundaryIs>${ring(-100).replaceAll(/<(\/?)/g, "<$1kml:")}</kml:outerBoundaryIs></kml:Polygon>
          <kml:Polygon><kml:outerBoundaryIs>${ring(-90).replaceAll(/<(\/?)/g, "<$1kml:")}</kml:outerBoundaryIs></kml:Polygon>
        </kml:MultiGeometry></kml:Placemark>
      <kml:Placemark><kml:name>Office</kml:name><kml:Point><kml:coordinates>-99,50</kml:coordinates></kml:Point></kml:Placemark>
    </kml:Document></kml:kml>`);
  expect(features).toHaveLength(2);
  expect(features[0]).toMatchObject({
    row: 1,
    properties: { name: "Quartier Saint-Jean & fils", code: "12", kind: "ward" },
    geometry: { type: "MultiPolygon", coordinates: [[square(-100), square(-99)], [square(-90)]] },
  });
  expect(features[1]).toEqual({ row: 2, properties: { name: "Office" }, geometry: null });
});

it("refuses what is no KML", async () => {
  await expect(read("<html><body>Sign in</body></html>")).rejects.toMatchObject({ messageKey: "import.notKml" });
});

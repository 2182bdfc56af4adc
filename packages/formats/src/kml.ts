import type { Readable } from "node:stream";
import { AppError } from "@cml/domain/kernel";
import { Parser } from "htmlparser2";
import type { FileFeature } from "./geojson";
import { readText } from "./text-encoding";

const mostCharacters = 256 * 1024 * 1024;

type Position = number[];
type Placemark = { properties: Record<string, unknown>; polygons: Position[][][] };

/**
 * Reads the placemarks of a KML document (OGC KML 2.3): their name, their data, and their polygons, of which several make one area. A placemark
 * without one has no geometry. Throws AppError INVALID `import.notKml`.
 */
export const readKml = async (source: Readable): Promise<FileFeature[]> => {
  const marks: Placemark[] = [];
  const path: string[] = [];
  let mark: Placemark | null = null;
  let field: string | null = null;
  let text = "";
  const seen = { isKml: false };
  const parser = new Parser(
    {
      onopentag: (given, attributes) => {
        const name = bare(given);
        path.push(name);
        text = "";
        if (name === "kml") seen.isKml = true;
        if (name === "Placemark") marks.push((mark = { properties: {}, polygons: [] }));
        if (name === "Polygon") mark?.polygons.push([]);
        if (name === "Data" || name === "SimpleData") field = attributes["name"] ?? null;
      },
      ontext: (piece) => {
        text += piece;
      },
      onclosetag: (given) => {
        const name = bare(given);
        const parent = path.at(-2);
        if (mark !== null && name === "name" && parent === "Placemark") mark.properties["name"] = text.trim();
        if (mark !== null && field !== null && (name === "SimpleData" || (name === "value" && parent === "Data")))
          mark.properties[field] = text.trim();
        if (mark !== null && name === "coordinates" && parent === "LinearRing")
          addRing(mark, ringOf(text), path.includes("outerBoundaryIs"));
        if (name === "Data" || name === "SimpleData") field = null;
        if (name === "Placemark") mark = null;
        path.pop();
        text = "";
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  let length = 0;
  for await (const chunk of readText(source).chunks) {
    length += chunk.length;
    if (length > mostCharacters) throw new AppError("INVALID", "import.tooLarge");
    parser.write(chunk);
  }
  parser.end();
  if (!seen.isKml) throw new AppError("INVALID", "import.notKml");
  return marks.map(({ properties, polygons }, index) => ({ row: index + 1, properties, geometry: geometryOf(polygons) }));
};

/** `kml:Placemark` is a Placemark. */
const bare = (name: string): string => name.slice(name.indexOf(":") + 1);

const addRing = ({ polygons }: Placemark, ring: Position[], isOuter: boolean): void => {
  const rings = polygons.at(-1);
  // The outer boundary may stand behind the holes.
  if (isOuter) rings?.unshift(ring);
  else rings?.push(ring);
};

/** Longitude, latitude and perhaps a height, with blanks between points. */
const ringOf = (text: string): Position[] =>
  text
    .trim()
    .split(/\s+/)
    .map((point) => point.split(",").slice(0, 2).map(Number));

const geometryOf = (polygons: Position[][][]): unknown => {
  const [first] = polygons;
  if (first === undefined) return null;
  return polygons.length === 1 ? { type: "Polygon", coordinates: first } : { type: "MultiPolygon", coordinates: polygons };
};

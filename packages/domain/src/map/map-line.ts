/** Roads, water and railways: drawn under everything on the plain map, and what a walk should not cross. */
export const mapLineKinds = ["road", "water", "rail"] as const;
export type MapLineKind = (typeof mapLineKinds)[number];

/** How weighty a line is among its kind. `area` is water with a shore all around. */
export const mapLineClasses = ["motorway", "major", "minor", "path", "river", "stream", "area", "rail", "tram"] as const;
export type MapLineClass = (typeof mapLineClasses)[number];

type Place = number[];
/** Lines, or the area of a lake; coordinates as GeoJSON has them. */
export type MapLineGeometry = { type: "MultiLineString"; coordinates: Place[][] } | { type: "MultiPolygon"; coordinates: Place[][][] };

/** What a line is, and the zoom from which it is worth drawing. */
export type MapLineLook = { kind: MapLineKind; class: MapLineClass; fromZoom: number };

/** Streets that only gather the traffic of a quarter are drawn later than these, and people cross them. */
const majorFromZoom = 10;

/** Whether people on foot are stopped: by rivers and lakes, railways and major roads; not by a brook, a tram or a collector street. */
export const stopsWalkers = ({ kind, class: lineClass, fromZoom }: MapLineLook): boolean => {
  if (kind === "water") return lineClass === "river" || lineClass === "area";
  return kind === "rail" ? lineClass === "rail" : (lineClass === "motorway" || lineClass === "major") && fromZoom <= majorFromZoom;
};

const look = (kind: MapLineKind, lineClass: MapLineClass, fromZoom: number): MapLineLook => ({ kind, class: lineClass, fromZoom });

const highways: Readonly<Record<string, MapLineLook>> = {
  motorway: look("road", "motorway", 5),
  trunk: look("road", "motorway", 6),
  motorway_link: look("road", "major", 11),
  trunk_link: look("road", "major", 11),
  primary: look("road", "major", 8),
  primary_link: look("road", "major", 11),
  secondary: look("road", "major", 10),
  secondary_link: look("road", "major", 12),
  tertiary: look("road", "major", 11),
  tertiary_link: look("road", "minor", 13),
  residential: look("road", "minor", 12),
  unclassified: look("road", "minor", 12),
  living_street: look("road", "minor", 13),
  road: look("road", "minor", 13),
  service: look("road", "minor", 14),
  pedestrian: look("road", "path", 14),
  track: look("road", "path", 14),
  footway: look("road", "path", 14),
  cycleway: look("road", "path", 14),
  path: look("road", "path", 14),
  bridleway: look("road", "path", 14),
  steps: look("road", "path", 14),
};
const waterways: Readonly<Record<string, MapLineLook>> = {
  river: look("water", "river", 8),
  canal: look("water", "river", 10),
  stream: look("water", "stream", 12),
  drain: look("water", "stream", 14),
  ditch: look("water", "stream", 14),
};
const railways: Readonly<Record<string, MapLineLook>> = {
  rail: look("rail", "rail", 10),
  light_rail: look("rail", "tram", 12),
  narrow_gauge: look("rail", "rail", 12),
  tram: look("rail", "tram", 13),
};
// From the first zoom on; the reader narrows it by its size.
const lake = look("water", "area", 5);

const isOf = (table: Readonly<Record<string, MapLineLook>>, key: string | undefined): MapLineLook | null =>
  key !== undefined && Object.hasOwn(table, key) ? (table[key] ?? null) : null;

/** What OpenStreetMap's tags say a feature is; null for anything that is no road, water or railway. */
export const lookOfTags = (tags: Readonly<Record<string, string | undefined>>): MapLineLook | null => {
  if (tags["natural"] === "water" || tags["landuse"] === "reservoir" || tags["waterway"] === "riverbank" || tags["natural"] === "bay")
    return lake;
  // A square is no street to walk along, and what runs below ground is not seen.
  if (tags["area"] === "yes" || tags["tunnel"] === "culvert") return null;
  const rail = tags["tunnel"] === "yes" ? null : isOf(railways, tags["railway"]);
  return isOf(highways, tags["highway"]) ?? isOf(waterways, tags["waterway"]) ?? rail;
};

const columns = {
  name: ["name", "full_name", "fullname", "road_name", "roadname", "street", "street_name", "streetname", "l_stname_c", "nom", "nom_rue", "name_en", "rue"],
  class: ["fclass", "road_class", "roadclass", "class", "functional_class", "type", "category", "classe"],
  id: ["@id", "id", "osm_id", "road_id", "objectid", "gid", "fid", "globalid", "nid"],
} as const; // prettier-ignore

const read = (properties: ReadonlyMap<string, string>, names: readonly string[]): string | null => {
  for (const name of names) {
    const text = properties.get(name);
    if (text !== undefined && text !== "") return text;
  }
  return null;
};

export type MapLineRow = MapLineLook & { name: string | null; externalId: string | null; geometry: MapLineGeometry };
export type MapLineRowResult = { line: MapLineRow } | { reason: MapLineProblem; detail: string };
export type MapLineProblem = "noLine" | "badPosition" | "notInExtract";

/**
 * One feature of a GeoJSON file or shapefile. Its tags or its class column say what it is; a file that does not tell is of the kind
 * `otherwise`.
 */
export const readLineFeature = (
  { properties, geometry }: { properties: Record<string, unknown>; geometry: unknown },
  otherwise: MapLineKind,
): MapLineRowResult => {
  const texts = new Map(
    Object.entries(properties).flatMap(([key, value]): [string, string][] =>
      typeof value === "string" || typeof value === "number" ? [[key.toLowerCase(), String(value).replace(/\s+/g, " ").trim()]] : [],
    ),
  );
  const name = read(texts, columns.name)?.slice(0, 200) ?? null;
  const shape = readShape(geometry);
  if (typeof shape === "string") return { reason: shape, detail: name ?? "" };
  const found = lookOfTags(Object.fromEntries(texts)) ?? lookOfClass(read(texts, columns.class), otherwise);
  const isArea = shape.type === "MultiPolygon";
  // A road given as its surface has no line to follow; water with a shore is an area whatever its column says.
  if (isArea && found.kind !== "water") return { reason: "noLine", detail: name ?? "" };
  const looks = isArea ? lake : found.class === "area" ? look("water", "river", 10) : found;
  return { line: settle({ ...looks, name, externalId: read(texts, columns.id)?.slice(0, 100) ?? null, geometry: shape }) };
};

/** A line of an OpenStreetMap extract. */
export const readOsmLine = (
  tags: Readonly<Record<string, string | undefined>>,
  id: string,
  geometry: MapLineGeometry | null,
): MapLineRowResult => {
  const looks = lookOfTags(tags);
  const name = (tags["name"] ?? "").replace(/\s+/g, " ").trim().slice(0, 200);
  if (looks === null || geometry === null) return { reason: looks === null ? "noLine" : "notInExtract", detail: name === "" ? id : name };
  return { line: settle({ ...looks, name: name === "" ? null : name, externalId: id, geometry }) };
};

const lookOfClass = (text: string | null, kind: MapLineKind): MapLineLook => {
  if (kind === "water") return look("water", "river", 10);
  if (kind === "rail") return look("rail", "rail", 10);
  const word = (text ?? "").toLowerCase();
  const tagged = isOf(highways, word);
  if (tagged !== null) return tagged;
  if (/motorway|freeway|expressway|highway|autoroute/.test(word)) return look("road", "motorway", 6);
  if (/arterial|collector|primary|secondary|tertiary|major|art[eè]re|collectrice|^[12]$/.test(word)) return look("road", "major", 10);
  return /path|trail|foot|cycle|walk|sentier|pi[eé]ton/.test(word) ? look("road", "path", 14) : look("road", "minor", 12);
};

const isPlace = (value: unknown): value is Place =>
  Array.isArray(value) &&
  typeof value[0] === "number" &&
  typeof value[1] === "number" &&
  Math.abs(value[0]) <= 180 &&
  Math.abs(value[1]) <= 90;

const readShape = (geometry: unknown): MapLineGeometry | MapLineProblem => {
  if (typeof geometry !== "object" || geometry === null || !("type" in geometry) || !("coordinates" in geometry)) return "noLine";
  const { type, coordinates } = geometry;
  if (!Array.isArray(coordinates) || coordinates.length === 0) return "noLine";
  const groups: unknown[] | null =
    type === "LineString" ? [[coordinates]] : type === "MultiLineString" || type === "Polygon" ? [coordinates] : type === "MultiPolygon" ? coordinates : null; // prettier-ignore
  if (groups === null) return "noLine";
  const paths: unknown[] = groups.flat();
  if (!paths.every((path) => Array.isArray(path) && path.length > 1)) return "noLine";
  if (!(paths as unknown[][]).every((path) => path.every(isPlace))) return "badPosition";
  const rounded = (groups as Place[][][]).map((group) => group.map((path) => path.map(([x = 0, y = 0]) => [round(x), round(y)])));
  return type === "LineString" || type === "MultiLineString" ? { type: "MultiLineString", coordinates: rounded.flat() } : { type: "MultiPolygon", coordinates: rounded }; // prettier-ignore
};

// A centimetre; more only makes tiles and tables longer.
const round = (degrees: number): number => Math.round(degrees * 1e7) / 1e7;

/** A lake is drawn from the zoom at which it is a few pixels wide. */
const settle = (line: MapLineRow): MapLineRow => {
  if (line.geometry.type !== "MultiPolygon") return line;
  const [west, south, east, north] = boundsOfLine(line.geometry);
  const share = Math.max(east - west, north - south) / 360;
  const zoom = share === 0 ? 14 : Math.ceil(Math.log2(4 / 512 / share));
  return { ...line, fromZoom: Math.min(14, Math.max(5, zoom)) };
};

export const boundsOfLine = ({ coordinates }: MapLineGeometry): [west: number, south: number, east: number, north: number] => {
  const bounds: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  const visit = (node: Place | Place[] | Place[][] | Place[][][]): void => {
    const [x, y] = node;
    if (typeof x === "number" && typeof y === "number") {
      bounds[0] = Math.min(bounds[0], x);
      bounds[1] = Math.min(bounds[1], y);
      bounds[2] = Math.max(bounds[2], x);
      bounds[3] = Math.max(bounds[3], y);
    } else for (const child of node as Place[][]) visit(child);
  };
  visit(coordinates);
  return bounds;
};

export { openCsv, type CsvFile, type CsvRow } from "./csv";
export { csvLine } from "./csv-write";
export { readGeoJson, type FileFeature } from "./geojson";
export { openBytes, type CountedSource } from "./gunzip";
export { encodeTile, type TileFeature, type TileGeometry, type TileLayer, type TileValue } from "./mvt";
export { readShapefile } from "./shapefile";
export type { TextEncodingName } from "./text-encoding";
export { clipPolygon } from "./tile-clip";

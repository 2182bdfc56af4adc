import { buffer } from "node:stream/consumers";
import { AppError } from "@cml/domain/kernel";
import { pointRead, type PointReading } from "@cml/domain/map";
import {
  type FileFeature,
  looksLikeZip,
  openZip,
  type RandomAccess,
  readGeoJson,
  readKml,
  readShapefile,
  type ZipEntry,
} from "@cml/formats";

const mostBytes = 512 * 1024 * 1024;
const mostUnpackedBytes = 4 * mostBytes;

/**
 * Features of a boundary file, seen by how it begins: GeoJSON (gzip and newline-delimited too), KML, KMZ, or a zipped shapefile. One without
 * a .prj is read as `projection` says, and refused with the question while nobody said: metres taken for degrees would lie nowhere.
 */
export const readAreas = async (file: RandomAccess, projection: PointReading | null): Promise<FileFeature[]> => {
  if (file.sizeBytes > mostBytes) throw new AppError("INVALID", "import.tooLarge");
  if (await looksLikeZip(file)) return readArchive(file, projection);
  const start = (await buffer(await file.read(0, Math.min(256, file.sizeBytes)))).toString("latin1");
  const stream = await file.read(0, file.sizeBytes);
  return /^(\u00ef\u00bb\u00bf)?\s*</.test(start) ? readKml(stream) : readGeoJson(stream);
};

const readArchive = async (file: RandomAccess, projection: PointReading | null): Promise<FileFeature[]> => {
  const entries = (await openZip(file)).filter(({ name }) => !name.includes("__MACOSX/"));
  // A shapefile is unpacked in memory: what its archive's directory says is judged before.
  if (entries.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) > mostUnpackedBytes) throw new AppError("INVALID", "import.tooLarge");
  const kml = named(entries, /\.kml$/i);
  if (kml !== undefined) return readKml(await kml.open());
  const json = named(entries, /\.(geo)?json(l|s|seq)?$/i);
  if (json !== undefined) return readGeoJson(await json.open());
  const shapes = entries.filter(({ name }) => /\.shp$/i.test(name));
  const unprojected = shapes.find(({ name }) => named(entries, new RegExp(`^${escaped(name.slice(0, -4))}\\.prj$`, "i")) === undefined);
  if (unprojected !== undefined && projection === null)
    throw new AppError("INVALID", "import.noProjection", { name: unprojected.name.slice(0, 120) });
  const features = await readShapefile(await buffer(await file.read(0, file.sizeBytes)));
  if (unprojected === undefined || projection === null || projection === "degrees") return features;
  return features.map((feature) => ({ ...feature, geometry: projected(feature.geometry, projection) }));
};

const named = (entries: readonly ZipEntry[], pattern: RegExp): ZipEntry | undefined => entries.find(({ name }) => pattern.test(name));
const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Turns every position, however deep the rings lie. */
const projected = (geometry: unknown, projection: PointReading): unknown => {
  if (typeof geometry !== "object" || geometry === null || !("coordinates" in geometry)) return geometry;
  return { ...geometry, coordinates: turned(geometry.coordinates, projection) };
};

const turned = (value: unknown, projection: PointReading): unknown => {
  if (!Array.isArray(value)) return value;
  const [x, y] = value as unknown[];
  if (typeof x !== "number" || typeof y !== "number") return value.map((inner: unknown) => turned(inner, projection));
  const { longitude, latitude } = pointRead({ longitude: x, latitude: y }, projection);
  return [longitude, latitude];
};

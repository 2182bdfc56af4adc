import { buffer } from "node:stream/consumers";
import { AppError } from "@cml/domain/kernel";
import { lookOfTags, type MapLineKind, type MapLineRowResult, readLineFeature, readOsmLine } from "@cml/domain/map";
import { looksLikeOsmPbf, looksLikeZip, openZip, type RandomAccess, readGeoJson, readOsmShapes, readShapefile } from "@cml/formats";

/** One line of a file, or why there is none, with what the file says of it; `share` of the file that is read. */
export type LineReading = { row: number; read: MapLineRowResult; said: Record<string, unknown>; share: number };

// What is read as a whole; an extract is read block by block, however large.
const mostBytes = 512 * 1024 * 1024;
const mostUnpackedBytes = 4 * mostBytes;

/** Lines of an OSM extract (`.osm.pbf`), a GeoJSON file (gzip too) or a zipped shapefile, seen by how it begins. */
export async function* readLines(file: RandomAccess, kind: MapLineKind): AsyncGenerator<LineReading> {
  const start = await buffer(await file.read(0, Math.min(64, file.sizeBytes)));
  if (looksLikeOsmPbf(start)) {
    let row = 0;
    for await (const { id, tags, geometry, share } of readOsmShapes(file, wishOf))
      yield { row: (row += 1), read: readOsmLine(tags, id, geometry), said: { id, ...tags }, share };
    return;
  }
  if (file.sizeBytes > mostBytes) throw new AppError("INVALID", "import.tooLarge");
  const isZip = await looksLikeZip(file);
  if (isZip) await refuseTraps(file);
  const stream = await file.read(0, file.sizeBytes);
  const features = isZip ? await readShapefile(await buffer(stream)) : await readGeoJson(stream);
  for (const feature of features)
    yield { row: feature.row, read: readLineFeature(feature, kind), said: feature.properties, share: feature.row / features.length };
}

/** A shapefile is unpacked in memory: what its archive's directory says is judged before. */
const refuseTraps = async (file: RandomAccess): Promise<void> => {
  const entries = await openZip(file);
  if (entries.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) > mostUnpackedBytes) throw new AppError("INVALID", "import.tooLarge");
};

const wishOf = (tags: Record<string, string>): "line" | "area" | null => {
  const look = lookOfTags(tags);
  return look === null ? null : look.class === "area" ? "area" : "line";
};

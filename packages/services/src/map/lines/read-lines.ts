import { createReadStream } from "node:fs";
import { open, readFile, stat } from "node:fs/promises";
import { AppError } from "@cml/domain/kernel";
import { lookOfTags, type MapLineKind, type MapLineRowResult, readLineFeature, readOsmLine } from "@cml/domain/map";
import { looksLikeOsmPbf, openZip, readGeoJson, readOsmShapes, readShapefile } from "@cml/formats";
import { diskBytes } from "../imports/nar/disk-files";

/** One line of a file, or why there is none; `share` of the file that is read. */
export type LineReading = { row: number; read: MapLineRowResult; share: number };

// What is read as a whole; an extract is read block by block, however large.
const mostBytes = 512 * 1024 * 1024;
const mostUnpackedBytes = 4 * mostBytes;

/** Lines of an OSM extract (`.osm.pbf`), a GeoJSON file (gzip too) or a zipped shapefile, seen by how it begins. */
export async function* readLines(path: string, kind: MapLineKind): AsyncGenerator<LineReading> {
  const file = await stat(path).catch(() => null);
  if (file === null || !file.isFile()) throw new AppError("INVALID", "map.import.noSuchFile", { path });
  const start = await firstBytes(path);
  if (looksLikeOsmPbf(start)) {
    let row = 0;
    for await (const { id, tags, geometry, share } of readOsmShapes(path, wishOf))
      yield { row: (row += 1), read: readOsmLine(tags, id, geometry), share };
    return;
  }
  if (file.size > mostBytes) throw new AppError("INVALID", "import.tooLarge");
  const isZip = start[0] === 0x50 && start[1] === 0x4b;
  if (isZip) await refuseTraps(path);
  const features = isZip ? await readShapefile(await readFile(path)) : await readGeoJson(createReadStream(path));
  for (const feature of features) yield { row: feature.row, read: readLineFeature(feature, kind), share: feature.row / features.length };
}

/** A shapefile is unpacked in memory: what its archive's directory says is judged before. */
const refuseTraps = async (path: string): Promise<void> => {
  const entries = await openZip(await diskBytes(path));
  if (entries.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) > mostUnpackedBytes) throw new AppError("INVALID", "import.tooLarge");
};

const wishOf = (tags: Record<string, string>): "line" | "area" | null => {
  const look = lookOfTags(tags);
  return look === null ? null : look.class === "area" ? "area" : "line";
};

const firstBytes = async (path: string): Promise<Buffer> => {
  const file = await open(path, "r");
  try {
    const bytes = Buffer.alloc(64);
    const { bytesRead } = await file.read(bytes, 0, bytes.length, 0);
    return bytes.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
};

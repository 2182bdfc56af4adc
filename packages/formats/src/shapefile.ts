import { AppError } from "@cml/domain/kernel";
import { parseZip } from "shpjs";
import type { FileFeature } from "./geojson";

/**
 * Reads the layers of a zipped shapefile; points come in degrees (WGS84), converted as the .prj says, names in the encoding
 * the .cpg says. Throws AppError INVALID `import.notShapefile`.
 */
export const readShapefile = async (zip: Buffer): Promise<FileFeature[]> => {
  if (!isWholeZip(zip)) throw new AppError("INVALID", "import.notShapefile");
  const layers = await unzip(zip);
  const features = layers.flatMap((layer) => layer.features);
  if (features.length === 0) throw new AppError("INVALID", "import.notShapefile");
  return features.map(({ properties, geometry }, index) => ({ row: index + 1, properties: properties ?? {}, geometry }));
};

const unzip = async (zip: Buffer) => {
  try {
    const read = await parseZip(zip);
    return Array.isArray(read) ? read : [read];
  } catch (cause) {
    throw new AppError("INVALID", "import.notShapefile", {}, { cause });
  }
};

const endOfDirectory = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const longestComment = 65_535;

/** Begins like a zip archive and has a directory that lies inside it: the unpacker would search a cut-off file for ever. */
const isWholeZip = (bytes: Buffer): boolean => {
  const end = bytes.lastIndexOf(endOfDirectory);
  if (bytes.length < 22 || bytes.readUInt32LE(0) !== 0x04_03_4b_50 || end === -1 || end + 22 > bytes.length) return false;
  if (bytes.length - end > longestComment + 22) return false;
  const size = bytes.readUInt32LE(end + 12);
  const start = bytes.readUInt32LE(end + 16);
  return start + size <= end && bytes.readUInt16LE(end + 10) > 0;
};

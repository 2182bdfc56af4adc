import { Readable } from "node:stream";
import { crc32 } from "node:zlib";
import { AppError } from "@cml/domain/kernel";
import { type Entry, fromRandomAccessReaderPromise, getFileNameLowLevel, validateFileName, type ZipFile } from "yauzl";
import type { RandomAccess } from "./random-access";
import { ZipReader } from "./zip-reader";

export type ZipEntry = {
  name: string;
  sizeBytes: number;
  compressedBytes: number;
  /** Its bytes, unpacked; they end with AppError INVALID `import.zipEntryBroken` when they are not what the directory says. */
  open: () => Promise<Readable>;
};

const mostEntries = 10_000;
// Deflated text shrinks to a tenth; what shrinks to less than a two-hundredth is made to fill a disk.
const highestRatio = 200;
const smallBytes = 1024 * 1024;
const mostBytes = 200 * 1024 ** 3;

/**
 * Opens an archive of any size by its directory alone; entries are read where they lie. Zip64 is read. Throws AppError INVALID `import.zip…`
 * that names the entry for one that is encrypted, leads outside, is packed in a way nobody reads, or is a bomb; and for an archive cut off.
 */
export const openZip = async (access: RandomAccess): Promise<ZipEntry[]> => {
  const reader = new ZipReader(access);
  const zip = await opened(reader, access);
  const entries: Entry[] = [];
  try {
    if (zip.entryCount > mostEntries) throw new AppError("INVALID", "import.zipTooMany", { count: zip.entryCount, most: mostEntries });
    for await (const entry of zip.eachEntry()) entries.push(entry);
  } catch (error) {
    throw reader.failure ?? broken(error, "import.zipCut");
  }
  const named = entries.map((entry) => ({ entry, name: nameOf(entry) })).filter(({ name }) => !name.endsWith("/"));
  for (const { entry, name } of named) refuseTrap(entry, name);
  refuseOverlap(named, access.sizeBytes);
  return named.map(({ entry, name }) => ({
    name,
    sizeBytes: entry.uncompressedSize,
    compressedBytes: entry.compressedSize,
    open: async () => Readable.from(checked(reader, { zip, entry, name }), { objectMode: false }),
  }));
};

/** Whether a file begins as an archive does. */
export const looksLikeZip = async (access: RandomAccess): Promise<boolean> => {
  const head: Buffer[] = [];
  for await (const chunk of await access.read(0, Math.min(4, access.sizeBytes))) head.push(chunk as Buffer);
  const bytes = Buffer.concat(head);
  return bytes.length === 4 && bytes.readUInt16LE(0) === 0x4b50 && [0x0403, 0x0605].includes(bytes.readUInt16LE(2));
};

const opened = async (reader: ZipReader, { sizeBytes }: RandomAccess): Promise<ZipFile> => {
  try {
    // Names are decoded and judged here, so that a refusal can name the entry.
    return await fromRandomAccessReaderPromise(reader, sizeBytes, { autoClose: false, decodeStrings: false });
  } catch (error) {
    throw reader.failure ?? broken(error, "import.zipCut");
  }
};

const nameOf = (entry: Entry): string => {
  const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
  if (validateFileName(name) !== null || name.includes("\u0000"))
    throw new AppError("INVALID", "import.zipEntryOutside", { name: shown(name) });
  return name;
};

const refuseTrap = (entry: Entry, name: string): void => {
  const { compressedSize, uncompressedSize } = entry;
  if (entry.isEncrypted()) throw new AppError("INVALID", "import.zipEncrypted", { name: shown(name) });
  if (![0, 8].includes(entry.compressionMethod)) throw new AppError("INVALID", "import.zipMethod", { name: shown(name) });
  if (uncompressedSize > mostBytes || (uncompressedSize > smallBytes && uncompressedSize > compressedSize * highestRatio))
    throw new AppError("INVALID", "import.zipBomb", { name: shown(name) });
};

/** Entries that share their bytes add up to more than the archive holds: the other way to build a bomb. */
const refuseOverlap = (entries: readonly { entry: Entry; name: string }[], sizeBytes: number): void => {
  const inPlace = [...entries].sort((a, b) => a.entry.relativeOffsetOfLocalHeader - b.entry.relativeOffsetOfLocalHeader);
  let unpacked = 0;
  inPlace.forEach(({ entry, name }, index) => {
    const next = inPlace[index + 1]?.entry.relativeOffsetOfLocalHeader ?? sizeBytes;
    unpacked += entry.uncompressedSize;
    const runsOver = entry.compressedSize > 0 && entry.relativeOffsetOfLocalHeader + entry.compressedSize > next;
    if (runsOver && next === sizeBytes) throw new AppError("INVALID", "import.zipEntryBroken", { name: shown(name) });
    if (runsOver || unpacked > mostBytes) throw new AppError("INVALID", "import.zipBomb", { name: shown(name) });
  });
};

type Opened = { zip: ZipFile; entry: Entry; name: string };

async function* checked(reader: ZipReader, { zip, entry, name }: Opened): AsyncGenerator<Buffer> {
  try {
    let sum = 0;
    for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
      sum = crc32(chunk, sum);
      yield chunk;
    }
    if (sum !== entry.crc32) throw new Error("the checksum differs");
  } catch (error) {
    throw reader.failure ?? broken(error, "import.zipEntryBroken", name);
  }
}

const broken = (error: unknown, key: "import.zipCut" | "import.zipEntryBroken", name = ""): AppError =>
  error instanceof AppError
    ? error
    : new AppError("INVALID", key, { name: shown(name) }, { cause: error, log: error instanceof Error ? error.message : String(error) });

const shown = (name: string): string => name.replaceAll(/\p{C}/gu, "?").slice(0, 120);

import type { Readable } from "node:stream";
import { promisify } from "node:util";
import { inflate } from "node:zlib";
import { AppError } from "@cml/domain/kernel";
import { PbfReader } from "pbf";
import type { RandomAccess } from "./random-access";

export type OsmTags = Record<string, string>;
export type OsmWay = { id: number; tags: OsmTags; refs: number[] };
export type OsmRelation = { id: number; tags: OsmTags; members: { type: number; ref: number; role: string }[] };

/** What a pass over a file wants to hear of; the rest is skipped unread. */
export type OsmListener = {
  node?: (id: number, latitude: number, longitude: number) => void;
  way?: (way: OsmWay) => void;
  relation?: (relation: OsmRelation) => void;
};

// Limits of the format: a file that goes beyond them is none, or means harm.
const longestHeader = 64 * 1024;
const longestBlock = 32 * 1024 * 1024;
const unpack = promisify(inflate);

/**
 * One pass over an OpenStreetMap extract (`.osm.pbf`), block by block: memory holds one block at a time. Yields the share of the file
 * that is done after each. Throws AppError INVALID `import.notOsm` for a file that is damaged, cut off or something else.
 */
export async function* passOsmPbf(file: RandomAccess, listener: OsmListener): AsyncGenerator<number> {
  const size = file.sizeBytes;
  const stream = await file.read(0, size);
  const take = takeBytes(stream);
  try {
    for (let at = 0; at < size;) {
      const headerLength = (await take(4)).readUInt32BE(0);
      if (headerLength === 0 || headerLength > longestHeader) throw new AppError("INVALID", "import.notOsm");
      const header = readBlobHeader(await take(headerLength));
      if (header.size > longestBlock || (at === 0 && header.type !== "OSMHeader")) throw new AppError("INVALID", "import.notOsm");
      const block = await take(header.size);
      if (header.type === "OSMData") await readBlock(block, listener);
      at += 4 + headerLength + header.size;
      yield at / size;
    }
  } finally {
    stream.destroy();
  }
}

/** Gives out the bytes of a stream in the lengths asked for. Throws AppError INVALID `import.notOsm` where it ends before. */
const takeBytes = (stream: Readable): ((length: number) => Promise<Buffer>) => {
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let held: Buffer = Buffer.alloc(0);
  return async (length) => {
    const parts: Buffer[] = [held];
    for (let have = held.length; have < length;) {
      const next = await chunks.next();
      if (next.done === true) throw new AppError("INVALID", "import.notOsm");
      parts.push(next.value);
      have += next.value.length;
    }
    const bytes = parts.length === 1 ? held : Buffer.concat(parts);
    held = bytes.subarray(length);
    return bytes.subarray(0, length);
  };
};

/** Whether a file begins as an extract does. */
export const looksLikeOsmPbf = (start: Buffer): boolean => start.length > 16 && start.subarray(4, 64).includes("OSMHeader");

const readBlobHeader = (bytes: Buffer): { type: string; size: number } =>
  new PbfReader(bytes).readFields(
    (field, into, pbf) => {
      if (field === 1) into.type = pbf.readString();
      else if (field === 3) into.size = pbf.readVarint();
    },
    { type: "", size: 0 },
  );

const readBlock = async (bytes: Buffer, listener: OsmListener): Promise<void> => {
  try {
    const blob = new PbfReader(bytes).readFields(
      (field, into: { raw: Uint8Array | null; packed: Uint8Array | null }, pbf) => {
        if (field === 1) into.raw = pbf.readBytes();
        else if (field === 3) into.packed = pbf.readBytes();
      },
      { raw: null, packed: null },
    );
    const plain = blob.raw ?? (blob.packed === null ? null : await unpack(blob.packed, { maxOutputLength: longestBlock }));
    if (plain === null) throw new Error("packed in a way nobody uses");
    readPrimitives(plain, listener);
  } catch (cause) {
    throw cause instanceof AppError ? cause : new AppError("INVALID", "import.notOsm", {}, { cause });
  }
};

type Block = {
  strings: string[];
  groups: [from: number, to: number][];
  granularity: number;
  latitudeOffset: number;
  longitudeOffset: number;
};

const readPrimitives = (bytes: Uint8Array, listener: OsmListener): void => {
  const reader = new PbfReader(bytes);
  const block = reader.readFields(
    (field, into: Block, pbf) => {
      if (field === 1) into.strings = readStrings(pbf);
      else if (field === 2) {
        // Strings may come after the groups that need them, so groups wait.
        const length = pbf.readVarint();
        into.groups.push([pbf.pos, pbf.pos + length]);
        pbf.pos += length;
      } else if (field === 17) into.granularity = pbf.readVarint();
      else if (field === 19) into.latitudeOffset = pbf.readVarint(true);
      else if (field === 20) into.longitudeOffset = pbf.readVarint(true);
    },
    { strings: [], groups: [], granularity: 100, latitudeOffset: 0, longitudeOffset: 0 },
  );
  for (const [from, to] of block.groups) {
    reader.pos = from;
    reader.readFields((field, _into, pbf) => readGroupField(field, pbf, { block, listener }), null, to);
  }
};

const readStrings = (pbf: PbfReader): string[] =>
  pbf.readFields(
    (field, into: string[], inner) => {
      if (field === 1) into.push(inner.readString());
    },
    [],
    pbf.readVarint() + pbf.pos,
  );

const readGroupField = (field: number, pbf: PbfReader, { block, listener }: { block: Block; listener: OsmListener }): void => {
  const length = (): number => pbf.readVarint() + pbf.pos;
  if (field === 1 && listener.node !== undefined) readNode(pbf, { end: length(), block, hear: listener.node });
  else if (field === 2 && listener.node !== undefined) readDense(pbf, { end: length(), block, hear: listener.node });
  else if (field === 3 && listener.way !== undefined) listener.way(readWay(pbf, length(), block));
  else if (field === 4 && listener.relation !== undefined) listener.relation(readRelation(pbf, length(), block));
};

type NodeReading = { end: number; block: Block; hear: NonNullable<OsmListener["node"]> };

const degrees = (value: number, offset: number, { granularity }: Block): number => (offset + granularity * value) / 1e9;

const readNode = (pbf: PbfReader, { end, block, hear }: NodeReading): void => {
  const node = pbf.readFields(
    (field, into, inner) => {
      if (field === 1) into.id = inner.readSVarint();
      else if (field === 8) into.latitude = inner.readSVarint();
      else if (field === 9) into.longitude = inner.readSVarint();
    },
    { id: 0, latitude: 0, longitude: 0 },
    end,
  );
  hear(node.id, degrees(node.latitude, block.latitudeOffset, block), degrees(node.longitude, block.longitudeOffset, block));
};

const readDense = (pbf: PbfReader, { end, block, hear }: NodeReading): void => {
  const dense = pbf.readFields(
    (field, into: { ids: number[]; latitudes: number[]; longitudes: number[] }, inner) => {
      if (field === 1) inner.readPackedSVarint(into.ids);
      else if (field === 8) inner.readPackedSVarint(into.latitudes);
      else if (field === 9) inner.readPackedSVarint(into.longitudes);
    },
    { ids: [], latitudes: [], longitudes: [] },
    end,
  );
  let [id, latitude, longitude] = [0, 0, 0];
  for (let index = 0; index < dense.ids.length; index += 1) {
    id += dense.ids[index] ?? 0;
    latitude += dense.latitudes[index] ?? 0;
    longitude += dense.longitudes[index] ?? 0;
    hear(id, degrees(latitude, block.latitudeOffset, block), degrees(longitude, block.longitudeOffset, block));
  }
};

const readWay = (pbf: PbfReader, end: number, { strings }: Block): OsmWay => {
  const way = pbf.readFields(
    (field, into: { id: number; keys: number[]; values: number[]; refs: number[] }, inner) => {
      if (field === 1) into.id = inner.readVarint();
      else if (field === 2) inner.readPackedVarint(into.keys);
      else if (field === 3) inner.readPackedVarint(into.values);
      else if (field === 8) inner.readPackedSVarint(into.refs);
    },
    { id: 0, keys: [], values: [], refs: [] },
    end,
  );
  return { id: way.id, tags: tagsOf(way, strings), refs: running(way.refs) };
};

const readRelation = (pbf: PbfReader, end: number, { strings }: Block): OsmRelation => {
  type Raw = { id: number; keys: number[]; values: number[]; roles: number[]; refs: number[]; types: number[] };
  const raw = pbf.readFields(
    (field, into: Raw, inner) => {
      if (field === 1) into.id = inner.readVarint();
      else if (field === 2) inner.readPackedVarint(into.keys);
      else if (field === 3) inner.readPackedVarint(into.values);
      else if (field === 8) inner.readPackedVarint(into.roles);
      else if (field === 9) inner.readPackedSVarint(into.refs);
      else if (field === 10) inner.readPackedVarint(into.types);
    },
    { id: 0, keys: [], values: [], roles: [], refs: [], types: [] },
    end,
  );
  const members = running(raw.refs).map((ref, index) => ({ ref, type: raw.types[index] ?? 0, role: strings[raw.roles[index] ?? 0] ?? "" }));
  return { id: raw.id, tags: tagsOf(raw, strings), members };
};

const tagsOf = ({ keys, values }: { keys: number[]; values: number[] }, strings: readonly string[]): OsmTags =>
  Object.fromEntries(keys.map((key, index) => [strings[key] ?? "", strings[values[index] ?? 0] ?? ""]));

/** Differences from one to the next as the sums they stand for. */
const running = (differences: readonly number[]): number[] => {
  let sum = 0;
  return differences.map((difference) => (sum += difference));
};

import type { TileValue } from "./mvt";

export type TilePoint = { x: number; y: number; values: readonly (TileValue | null)[] };
export type TilePointLayer = { name: string; extent: number; keys: readonly string[]; points: readonly TilePoint[] };

/**
 * A tile of one layer of points that all have the same keys, written by hand: a tile has thousands of doors, and the general encoder
 * spends most of its time on objects. Tiles are joined by putting their bytes one after another. Null values are left out.
 */
export const encodePoints = ({ name, extent, keys, points }: TilePointLayer): Uint8Array => {
  if (points.length === 0) return new Uint8Array(0);
  const layer = new ByteWriter(256 + points.length * 96);
  layer.number(15, 2);
  layer.text(1, name);
  const values = new Map<TileValue, number>();
  const feature = new ByteWriter(64 + keys.length * 10);
  const tags = new ByteWriter(keys.length * 10);
  for (const { x, y, values: own } of points) {
    tags.reset();
    for (let key = 0; key < keys.length; key += 1) {
      const value = own[key];
      if (value === null || value === undefined) continue;
      let index = values.get(value);
      if (index === undefined) values.set(value, (index = values.size));
      tags.varint(key);
      tags.varint(index);
    }
    feature.reset();
    feature.bytes(2, tags);
    feature.number(3, 1);
    feature.point(x, y);
    layer.bytes(2, feature);
  }
  for (const key of keys) layer.text(3, key);
  for (const value of values.keys()) layer.value(value);
  layer.number(5, extent);
  const tile = new ByteWriter(layer.length + 8);
  tile.bytes(3, layer);
  return tile.finish();
};

const zigzag = (value: number): number => ((value << 1) ^ (value >> 31)) >>> 0;
const lengthDelimited = 2;

/** Protocol buffer fields into a buffer that grows. */
class ByteWriter {
  private buffer: Buffer;
  length = 0;

  constructor(size: number) {
    this.buffer = Buffer.allocUnsafe(Math.max(64, size));
  }

  reset(): void {
    this.length = 0;
  }

  varint(value: number): void {
    this.reserve(10);
    let rest = value;
    while (rest >= 0x80) {
      this.buffer[this.length] = (rest % 0x80) | 0x80;
      this.length += 1;
      rest = Math.floor(rest / 0x80);
    }
    this.buffer[this.length] = rest;
    this.length += 1;
  }

  number(field: number, value: number): void {
    this.varint(field * 8);
    this.varint(value);
  }

  text(field: number, text: string): void {
    this.varint(field * 8 + lengthDelimited);
    const size = Buffer.byteLength(text);
    this.varint(size);
    this.reserve(size);
    this.buffer.write(text, this.length);
    this.length += size;
  }

  bytes(field: number, other: ByteWriter): void {
    this.varint(field * 8 + lengthDelimited);
    this.varint(other.length);
    this.reserve(other.length);
    other.buffer.copy(this.buffer, this.length, 0, other.length);
    this.length += other.length;
  }

  /** Geometry of one point: move there. */
  point(x: number, y: number): void {
    const [toX, toY] = [zigzag(x), zigzag(y)];
    this.varint(4 * 8 + lengthDelimited);
    this.varint(1 + sizeOf(toX) + sizeOf(toY));
    this.varint(9);
    this.varint(toX);
    this.varint(toY);
  }

  /** One entry of a layer's table of values. */
  value(value: TileValue): void {
    const entry = new ByteWriter(typeof value === "string" ? value.length * 3 + 8 : 16);
    if (typeof value === "string") entry.text(1, value);
    else if (typeof value === "boolean") entry.number(7, value ? 1 : 0);
    else if (Number.isInteger(value) && value >= 0) entry.number(5, value);
    else entry.double(3, value);
    this.bytes(4, entry);
  }

  finish(): Uint8Array {
    return this.buffer.subarray(0, this.length);
  }

  private double(field: number, value: number): void {
    this.varint(field * 8 + 1);
    this.reserve(8);
    this.buffer.writeDoubleLE(value, this.length);
    this.length += 8;
  }

  private reserve(size: number): void {
    if (this.length + size <= this.buffer.length) return;
    const grown = Buffer.allocUnsafe(Math.max(this.buffer.length * 2, this.length + size));
    this.buffer.copy(grown, 0, 0, this.length);
    this.buffer = grown;
  }
}

const sizeOf = (varint: number): number => (varint < 0x80 ? 1 : varint < 0x4000 ? 2 : varint < 0x200000 ? 3 : varint < 0x10000000 ? 4 : 5);

import type { Readable } from "node:stream";

/** Bytes that can be read from any place: a stored file, an address that answers range requests. */
export type RandomAccess = {
  sizeBytes: number;
  /** The bytes from `start` up to, not with, `end`. */
  read: (start: number, end: number) => Promise<Readable>;
};

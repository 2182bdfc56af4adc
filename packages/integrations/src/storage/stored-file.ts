import type { Readable } from "node:stream";

/** `sizeBytes` is that of the whole file, also when only a range of it is read. */
export type StoredFile = { stream: Readable; sizeBytes: number; contentType: string };

/** Positions of the first and the last byte wanted. */
export type ByteRange = { start: number; end?: number };

export type FileStorage = {
  put: (key: string, body: Readable | Buffer, contentType: string) => Promise<void>;
  open: (key: string, range?: ByteRange) => Promise<StoredFile | null>;
  remove: (key: string) => Promise<void>;
  list: (prefix: string) => AsyncIterable<{ key: string; sizeBytes: number }>;
};

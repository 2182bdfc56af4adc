import type { Readable } from "node:stream";

/** Files by key (`covers/<id>.webp`): a folder or an S3 bucket. Keys are made by us, never from a person's file name. */
export type FileStorage = {
  put: (key: string, body: Readable | Buffer, contentType: string) => Promise<void>;
  /** Null when there is no such file; `start`/`end` are inclusive byte positions. */
  open: (key: string, range?: { start: number; end?: number }) => Promise<StoredFile | null>;
  remove: (key: string) => Promise<void>;
  list: (prefix: string) => AsyncIterable<{ key: string; sizeBytes: number }>;
};
export type StoredFile = { stream: Readable; sizeBytes: number; contentType: string };

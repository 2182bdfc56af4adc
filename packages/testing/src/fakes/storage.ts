import { Readable } from "node:stream";

export type MemoryStorage = {
  files: Map<string, { bytes: Buffer; contentType: string }>;
  put: (key: string, body: Readable | Buffer, contentType: string) => Promise<void>;
  open: (
    key: string,
    range?: { start: number; end?: number },
  ) => Promise<{ stream: Readable; sizeBytes: number; contentType: string } | null>;
  remove: (key: string) => Promise<void>;
  list: (prefix: string) => AsyncIterable<{ key: string; sizeBytes: number }>;
};

export const memoryStorage = (): MemoryStorage => {
  const files: MemoryStorage["files"] = new Map();
  return {
    files,
    put: async (key, body, contentType) => {
      files.set(key, { bytes: Buffer.isBuffer(body) ? body : Buffer.concat(await body.toArray()), contentType });
    },
    open: async (key, range) => {
      const file = files.get(key);
      if (file === undefined) return null;
      const bytes =
        range === undefined ? file.bytes : file.bytes.subarray(range.start, range.end === undefined ? undefined : range.end + 1);
      return { stream: Readable.from([bytes]), sizeBytes: file.bytes.length, contentType: file.contentType };
    },
    remove: async (key) => void files.delete(key),
    list: async function* (prefix) {
      for (const [key, { bytes }] of [...files].sort(([a], [b]) => (a < b ? -1 : 1)))
        if (key.startsWith(prefix)) yield { key, sizeBytes: bytes.length };
    },
  };
};

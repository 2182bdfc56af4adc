import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import fs from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { AppError } from "@cml/domain/kernel";
import { assertStorageKey } from "./storage-key";
import type { FileStorage } from "./stored-file";

/**
 * Files in a folder: `files/<key>`, its content type in `types/<key>`. A file appears whole or not at all: it is written
 * to `incoming/` first and renamed into place. Throws AppError UPSTREAM `storage.full` when the disk has no room for it.
 */
export const createFolderStorage = async (folder: string): Promise<FileStorage> => {
  const files = path.join(folder, "files");
  const types = path.join(folder, "types");
  const incoming = path.join(folder, "incoming");
  for (const each of [files, types, incoming]) await fs.mkdir(each, { recursive: true });

  const place = async (content: Readable | Buffer, target: string) => {
    const temporary = path.join(incoming, randomUUID());
    try {
      await pipeline(Buffer.isBuffer(content) ? Readable.from([content]) : content, createWriteStream(temporary, { flush: true }));
      await fs.mkdir(path.dirname(target), { recursive: true });
      await fs.rename(temporary, target);
    } catch (error) {
      await fs.rm(temporary, { force: true });
      throw isFull(error) ? new AppError("UPSTREAM", "storage.full", {}, { cause: error }) : error;
    }
  };

  return {
    put: async (key, body, contentType) => {
      assertStorageKey(key);
      await place(Buffer.from(contentType), path.join(types, key));
      await place(body, path.join(files, key));
    },
    open: async (key, range) => {
      assertStorageKey(key);
      const handle = await orNull(fs.open(path.join(files, key)));
      if (handle === null) return null;
      const stat = await handle.stat();
      if (!stat.isFile()) {
        await handle.close();
        return null;
      }
      const contentType = (await orNull(fs.readFile(path.join(types, key), "utf8"))) ?? "application/octet-stream";
      return { stream: await readRange(handle, stat.size, range), sizeBytes: stat.size, contentType };
    },
    remove: async (key) => {
      assertStorageKey(key);
      await fs.rm(path.join(files, key), { force: true });
      await fs.rm(path.join(types, key), { force: true });
    },
    list: (prefix) => listFolder(files, prefix),
  };
};

const readRange = async (handle: fs.FileHandle, sizeBytes: number, { start, end }: { start: number; end?: number } = { start: 0 }) => {
  if (start < sizeBytes && (end === undefined || end >= start)) return handle.createReadStream({ start, end });
  await handle.close();
  return Readable.from([]);
};

async function* listFolder(root: string, prefix: string): AsyncIterable<{ key: string; sizeBytes: number }> {
  // Only the folder a prefix names is read, not the whole tree.
  const start = prefix.includes("/") ? prefix.slice(0, prefix.lastIndexOf("/")) : "";
  if (start !== "") assertStorageKey(start);
  const entries = (await orNull(fs.readdir(path.join(root, start), { recursive: true, withFileTypes: true }))) ?? [];
  const keys = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"))
    .filter((key) => key.startsWith(prefix))
    .sort();
  for (const key of keys) {
    const stat = await orNull(fs.stat(path.join(root, key)));
    if (stat !== null) yield { key, sizeBytes: stat.size };
  }
}

const noRoom = ["ENOSPC", "EDQUOT"];
const isFull = (error: unknown): boolean => error instanceof Error && "code" in error && noRoom.includes(String(error.code));

const missing = ["ENOENT", "ENOTDIR", "EISDIR"];

const orNull = async <T>(asked: Promise<T>): Promise<T | null> => {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Error && "code" in error && missing.includes(String(error.code))) return null;
    throw error;
  }
};

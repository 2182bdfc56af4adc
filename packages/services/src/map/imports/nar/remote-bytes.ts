import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import { AppError, isAppError } from "@cml/domain/kernel";
import type { RandomAccess } from "@cml/formats";
import type { Deps } from "../../../deps";

// Long enough that a request's way there and back is nothing beside it, short enough to be fetched again after a broken line.
const blockBytes = 4 * 1024 * 1024;
const blockTimeoutMs = 120_000;
// A line that breaks is mostly back within a minute; one that is not ends the run, which goes on later with the blocks it has.
const retryMs = [500, 2_000, 5_000, 15_000, 30_000];
// While somebody waits for the answer in the browser.
const shortRetryMs = [500, 2_000];

export type RemoteFile = { url: string; sizeBytes: number; version: string | null };
export type RemoteOptions = RemoteFile & {
  /** Prefix under which fetched blocks are kept, so that an interrupted run fetches none twice; null keeps none. */
  cacheKey: string | null;
};

type RemoteDeps = Pick<Deps, "fetchRange" | "storage">;

/** Where the fetched blocks of one state of a file are kept: a comparison and the import after it, and a run resumed, share them. */
export const fetchedPrefix = ({ url, version, sizeBytes }: RemoteFile): string =>
  `${fetchedRegisters}${createHash("sha256")
    .update(`${url}|${version ?? ""}|${sizeBytes}`)
    .digest("hex")
    .slice(0, 24)}/`;
export const fetchedRegisters = "registers/";

/** Asks for the first bytes only: whether the server hands out parts, how large the file is, and which state of it this is. */
export const lookAtRemote = async ({ fetchRange }: RemoteDeps, url: string): Promise<RemoteFile> => {
  const { sizeBytes, version } = await fetchRange(url, { start: 0, end: 3, timeoutMs: 30_000 });
  return { url, sizeBytes, version };
};

/** A file at an address, read by range requests. Throws AppError UPSTREAM when it cannot be had, INVALID `import.remoteChanged` when it is another now. */
export const remoteBytes = async (deps: RemoteDeps, { cacheKey, ...file }: RemoteOptions): Promise<RandomAccess> => {
  const { sizeBytes } = file;
  if (cacheKey === null) {
    return { sizeBytes, read: async (start, end) => streamOf(single(fetched(deps, file, { start, end: end - 1, retries: shortRetryMs }))) };
  }
  const block = async (index: number): Promise<Buffer> => {
    const key = `${cacheKey}${String(index).padStart(6, "0")}`;
    const kept = await deps.storage.open(key);
    if (kept !== null) return collect(kept.stream);
    const start = index * blockBytes;
    const bytes = await fetched(deps, file, { start, end: Math.min(start + blockBytes, sizeBytes) - 1, retries: retryMs });
    await deps.storage.put(key, bytes, "application/octet-stream");
    return bytes;
  };
  return { sizeBytes, read: (start, end) => Promise.resolve(streamOf(blocksOf(block, start, end))) };
};

/** Blocks between two places; the next one is fetched while the one before is read. */
async function* blocksOf(block: (index: number) => Promise<Buffer>, start: number, end: number): AsyncGenerator<Buffer> {
  const last = Math.floor((end - 1) / blockBytes);
  let index = Math.floor(start / blockBytes);
  let ahead = start < end ? block(index) : null;
  while (ahead !== null) {
    const bytes = await ahead;
    const from = index * blockBytes;
    index += 1;
    ahead = index <= last ? block(index) : null;
    ahead?.catch(() => undefined);
    yield bytes.subarray(Math.max(0, start - from), end - from);
  }
}

async function* single(bytes: Promise<Buffer>): AsyncGenerator<Buffer> {
  yield await bytes;
}

const streamOf = (bytes: AsyncGenerator<Buffer>): Readable => Readable.from(bytes, { objectMode: false });

const collect = async (stream: Readable): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

type Wanted = { start: number; end: number; retries: readonly number[] };

const fetched = async (deps: RemoteDeps, { url, version }: RemoteFile, { retries, ...range }: Wanted): Promise<Buffer> => {
  for (let attempt = 0; ; attempt += 1) {
    try {
      const part = await deps.fetchRange(url, { ...range, timeoutMs: blockTimeoutMs });
      if (part.version !== version) throw new AppError("INVALID", "import.remoteChanged");
      return part.bytes;
    } catch (error) {
      if (!mayPass(error)) throw error;
      const pause = retries[attempt];
      if (pause === undefined) throw new AppError("UPSTREAM", "import.remoteBroke", {}, { cause: error });
      await wait(pause);
    }
  }
};

/** A line that broke, or a server that is busy; not one that refuses. */
const mayPass = (error: unknown): boolean => {
  if (!isAppError(error) || error.code !== "UPSTREAM") return false;
  const { messageKey, params } = error;
  return messageKey === "fetch.status"
    ? Number(params["status"]) >= 500 || params["status"] === 429
    : ["fetch.unreachable", "fetch.slow"].includes(messageKey);
};

import { AppError } from "@cml/domain/kernel";
import { readCapped } from "./guarded-fetch";
import { createGuardedRequest, type GuardedFetchOptions } from "./guarded-request";

export type FetchedRange = {
  bytes: Buffer;
  /** Of the whole file. */
  sizeBytes: number;
  /** What the server calls this state of the file; null when it says nothing. */
  version: string | null;
};

/**
 * A part of a file at an address, from its first byte wanted to its last (inclusive), past the checks of the guarded fetch. Throws
 * AppError UPSTREAM `import.noRange` when the server would send the whole file instead, and `fetch.…` when it cannot be had.
 */
export type FetchRange = (url: string, wanted: { start: number; end: number; timeoutMs: number }) => Promise<FetchedRange>;

export const createGuardedRanges = (options: GuardedFetchOptions = {}): FetchRange => {
  const ask = createGuardedRequest(options);
  return (url, { start, end, timeoutMs }) =>
    ask(url, { headers: { Range: `bytes=${start}-${end}` }, timeoutMs }, async ({ response }) => {
      const { statusCode = 0, headers } = response;
      const range = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(headers["content-range"] ?? "");
      if (statusCode !== 206) {
        // Leaving the answer unread closes the connection before the rest of the file comes.
        response.destroy();
        throw statusCode === 200
          ? new AppError("UPSTREAM", "import.noRange")
          : new AppError("UPSTREAM", "fetch.status", { status: statusCode });
      }
      const [, first, last, total] = range ?? [];
      const sizeBytes = Number(total);
      if (first === undefined || Number(first) !== start || Number(last) !== Math.min(end, sizeBytes - 1)) {
        response.destroy();
        throw new AppError("UPSTREAM", "import.noRange", {}, { log: `content-range: ${headers["content-range"] ?? ""}` });
      }
      const bytes = await readCapped(response, end - start + 1);
      if (bytes.length !== Number(last) - start + 1)
        throw new AppError("UPSTREAM", "fetch.unreachable", {}, { log: "the part was cut off" });
      return { bytes, sizeBytes, version: headers.etag ?? headers["last-modified"] ?? null };
    });
};

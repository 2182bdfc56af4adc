/** A picture from an address that somebody outside named; see the guarded fetch for what it refuses. Throws AppError INVALID or UPSTREAM. */
export type FetchRemote = (
  url: string,
  rules: { maxBytes: number; timeoutMs: number; accept: string[] },
) => Promise<{ bytes: Buffer; contentType: string; url: string }>;

/**
 * Bytes `start` to `end` (inclusive) of a file at such an address, its whole size and what the server calls this state of it.
 * Throws AppError UPSTREAM, `import.noRange` when the server does not hand out parts.
 */
export type FetchRange = (
  url: string,
  wanted: { start: number; end: number; timeoutMs: number },
) => Promise<{ bytes: Buffer; sizeBytes: number; version: string | null }>;

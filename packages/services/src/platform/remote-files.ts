/** A picture from an address that somebody outside named; see the guarded fetch for what it refuses. Throws AppError INVALID or UPSTREAM. */
export type FetchRemote = (
  url: string,
  rules: { maxBytes: number; timeoutMs: number; accept: string[] },
) => Promise<{ bytes: Buffer; contentType: string; url: string }>;

import type { IncomingMessage } from "node:http";
import { AppError } from "@cml/domain/kernel";
import { createGuardedRequest, type GuardedFetchOptions } from "./guarded-request";

export type FetchRules = {
  /** Larger answers are broken off. */
  maxBytes: number;
  /** For everything together, redirects included. */
  timeoutMs: number;
  /** Media types wanted, such as `image/jpeg`; others are refused. */
  accept: string[];
};
export type Fetched = { bytes: Buffer; contentType: string; url: string };

/**
 * Fetches a file from an address that somebody outside named. http and https only; the host's every address must be on
 * the open internet; the connection goes to an address that was checked, not to one looked up anew; redirects (at most
 * three) pass the same checks. Throws AppError("INVALID", "fetch.…") when it may not and AppError("UPSTREAM", "fetch.…")
 * when it cannot.
 */
export type FetchGuarded = (url: string, rules: FetchRules) => Promise<Fetched>;

export const createGuardedFetch = (options: GuardedFetchOptions = {}): FetchGuarded => {
  const ask = createGuardedRequest(options);
  return (address, { accept, maxBytes, timeoutMs }) =>
    ask(address, { headers: { Accept: accept.join(", ") }, timeoutMs }, async ({ response, url }) => {
      const { statusCode = 0, headers } = response;
      if (statusCode !== 200) {
        response.destroy();
        throw new AppError("UPSTREAM", "fetch.status", { status: statusCode });
      }
      const contentType = headers["content-type"]?.split(";")[0]?.trim().toLowerCase() ?? "";
      if (!accept.includes(contentType)) {
        response.destroy();
        throw new AppError("INVALID", "fetch.type");
      }
      return { bytes: await readCapped(response, maxBytes), contentType, url };
    });
};

/** The body of an answer, broken off where it grows beyond what is wanted. */
export const readCapped = async (response: IncomingMessage, maxBytes: number): Promise<Buffer> => {
  const tooLarge = () => new AppError("INVALID", "fetch.tooLarge", { megabytes: Math.max(1, Math.round(maxBytes / 1_000_000)) });
  const chunks: Buffer[] = [];
  let size = Number(response.headers["content-length"] ?? 0);
  if (size > maxBytes) {
    response.destroy();
    throw tooLarge();
  }
  size = 0;
  // Leaving the loop early destroys the response, and with it the connection.
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

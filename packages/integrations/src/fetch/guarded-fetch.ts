import { lookup as dnsLookup, type LookupAddress } from "node:dns";
import http from "node:http";
import https from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { AppError } from "@cml/domain/kernel";
import { isPublicAddress } from "./public-address";

export type FetchRules = {
  /** Larger answers are broken off. */
  maxBytes: number;
  /** For everything together, redirects included. */
  timeoutMs: number;
  /** Media types wanted, such as `image/jpeg`; others are refused. */
  accept: string[];
};
export type Fetched = { bytes: Buffer; contentType: string; url: string };

export type ResolveHost = (hostname: string) => Promise<LookupAddress[]>;
export type GuardedFetchOptions = {
  resolve?: ResolveHost;
  /** For tests and replay servers only: lets addresses of one's own network through. */
  allowPrivate?: (address: string) => boolean;
};

/**
 * Fetches a file from an address that somebody outside named. http and https only; the host's every address must be on
 * the open internet; the connection goes to an address that was checked, not to one looked up anew; redirects (at most
 * three) pass the same checks. Throws AppError("INVALID", "fetch.…") when it may not and AppError("UPSTREAM", "fetch.…")
 * when it cannot.
 */
export type FetchGuarded = (url: string, rules: FetchRules) => Promise<Fetched>;

const maxRedirects = 3;
const redirectCodes = [301, 302, 303, 307, 308];

export const createGuardedFetch = ({ resolve = resolveHost, allowPrivate = () => false }: GuardedFetchOptions = {}): FetchGuarded => {
  const isAllowed = (address: string) => isPublicAddress(address) || allowPrivate(address);

  const addressesOf = async (hostname: string): Promise<LookupAddress[]> => {
    const bare = hostname.replace(/^\[|\]$/g, "");
    const family = isIP(bare);
    const addresses =
      family === 0 ? await resolve(bare).catch((cause: unknown) => Promise.reject(unreachable(cause))) : [{ address: bare, family }];
    // One private address among public ones is a trap, not a choice.
    if (addresses.length === 0 || !addresses.every(({ address }) => isAllowed(address))) throw notAllowed("address");
    return addresses;
  };

  const fetchOnce = async (url: URL, rules: FetchRules, signal: AbortSignal): Promise<Fetched | { redirect: URL }> => {
    const addresses = await race(addressesOf(url.hostname), signal);
    const response = await request(url, { addresses, rules, signal });
    const { statusCode = 0, headers } = response;
    if (redirectCodes.includes(statusCode) && headers.location !== undefined) {
      response.destroy();
      return { redirect: parseUrl(headers.location, url) };
    }
    if (statusCode !== 200) {
      response.destroy();
      throw new AppError("UPSTREAM", "fetch.status", { status: statusCode });
    }
    const contentType = headers["content-type"]?.split(";")[0]?.trim().toLowerCase() ?? "";
    if (!rules.accept.includes(contentType)) {
      response.destroy();
      throw new AppError("INVALID", "fetch.type");
    }
    return { bytes: await readCapped(response, rules.maxBytes), contentType, url: url.href };
  };

  return async (text, rules) => {
    const signal = AbortSignal.timeout(rules.timeoutMs);
    let url = parseUrl(text);
    try {
      for (let redirects = 0; redirects <= maxRedirects; redirects += 1) {
        const answer = await fetchOnce(url, rules, signal);
        if (!("redirect" in answer)) return answer;
        url = answer.redirect;
      }
    } catch (error) {
      if (error instanceof AppError) throw error;
      throw signal.aborted ? new AppError("UPSTREAM", "fetch.slow", {}, { cause: error }) : unreachable(error);
    }
    throw new AppError("UPSTREAM", "fetch.redirects");
  };
};

const parseUrl = (text: string, base?: URL): URL => {
  if (!URL.canParse(text, base?.href)) throw notAllowed("syntax");
  const url = new URL(text, base);
  if (!["http:", "https:"].includes(url.protocol)) throw notAllowed("protocol");
  if (url.username !== "" || url.password !== "") throw notAllowed("credentials");
  return url;
};

type RequestOptions = { addresses: LookupAddress[]; rules: FetchRules; signal: AbortSignal };

const request = (url: URL, { addresses, rules, signal }: RequestOptions): Promise<http.IncomingMessage> =>
  new Promise((resolve, reject) => {
    const { get } = url.protocol === "https:" ? https : http;
    const headers = { Accept: rules.accept.join(", "), "Accept-Encoding": "identity", "User-Agent": "Changemaker" };
    // An agent of its own: no connection is kept that was made for another check.
    get(url, { agent: false, headers, signal, lookup: pinnedTo(addresses) }, resolve).on("error", reject);
  });

/** Answers the socket's look-up with what was checked, whatever DNS says by now. */
const pinnedTo =
  (addresses: LookupAddress[]): LookupFunction =>
  (_hostname, options, callback) => {
    const [first] = addresses;
    if (options.all === true) callback(null, addresses);
    else callback(null, first?.address ?? "", first?.family);
  };

const readCapped = async (response: http.IncomingMessage, maxBytes: number): Promise<Buffer> => {
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

const resolveHost: ResolveHost = (hostname) =>
  new Promise((resolve, reject) => {
    dnsLookup(hostname, { all: true }, (error, addresses) => (error === null ? resolve(addresses) : reject(error)));
  });

/** DNS cannot be broken off, so its answer is left to come late. */
const race = <T>(work: Promise<T>, signal: AbortSignal): Promise<T> =>
  new Promise((resolve, reject) => {
    const late = () => reject(new Error("timed out"));
    if (signal.aborted) late();
    signal.addEventListener("abort", late, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", late));
  });

const notAllowed = (log: string) => new AppError("INVALID", "fetch.notAllowed", {}, { log });
const unreachable = (cause: unknown) => (cause instanceof AppError ? cause : new AppError("UPSTREAM", "fetch.unreachable", {}, { cause }));

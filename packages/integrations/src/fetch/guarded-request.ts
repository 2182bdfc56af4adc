import { lookup as dnsLookup, type LookupAddress } from "node:dns";
import http from "node:http";
import https from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { AppError } from "@cml/domain/kernel";
import { isPublicAddress } from "./public-address";

type ResolveHost = (hostname: string) => Promise<LookupAddress[]>;
export type GuardedFetchOptions = {
  resolve?: ResolveHost;
  /** Lets addresses of one's own network through: for tests, replay servers, and what an operator named. */
  allowPrivate?: ((address: string) => boolean) | undefined;
};

export type GuardedAnswer = { response: http.IncomingMessage; url: string };
export type GuardedAsk = {
  headers: Record<string, string>;
  /** For everything together, redirects included. */
  timeoutMs: number;
};
/** Hands the answer to `read` while the time runs; see `createGuardedFetch` for what is refused. */
export type RequestGuarded = <T>(url: string, ask: GuardedAsk, read: (answer: GuardedAnswer) => Promise<T>) => Promise<T>;

const maxRedirects = 3;
const redirectCodes = [301, 302, 303, 307, 308];

/** Asks an address that somebody outside named, past the checks every fetch of ours makes. */
export const createGuardedRequest = ({ resolve = resolveHost, allowPrivate = () => false }: GuardedFetchOptions = {}): RequestGuarded => {
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

  const answerOf = async (text: string, headers: Record<string, string>, signal: AbortSignal): Promise<GuardedAnswer> => {
    let url = parseUrl(text);
    for (let redirects = 0; redirects <= maxRedirects; redirects += 1) {
      const response = await request(url, { addresses: await race(addressesOf(url.hostname), signal), headers, signal });
      if (!redirectCodes.includes(response.statusCode ?? 0) || response.headers.location === undefined) return { response, url: url.href };
      response.destroy();
      url = parseUrl(response.headers.location, url);
    }
    throw new AppError("UPSTREAM", "fetch.redirects");
  };

  return async (text, { headers, timeoutMs }, read) => {
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      return await read(await answerOf(text, headers, signal));
    } catch (error) {
      if (error instanceof AppError) throw error;
      throw signal.aborted ? new AppError("UPSTREAM", "fetch.slow", {}, { cause: error }) : unreachable(error);
    }
  };
};

const parseUrl = (text: string, base?: URL): URL => {
  if (!URL.canParse(text, base?.href)) throw notAllowed("syntax");
  const url = new URL(text, base);
  if (!["http:", "https:"].includes(url.protocol)) throw notAllowed("protocol");
  if (url.username !== "" || url.password !== "") throw notAllowed("credentials");
  return url;
};

type RequestOptions = { addresses: LookupAddress[]; headers: Record<string, string>; signal: AbortSignal };

const request = (url: URL, { addresses, headers: asked, signal }: RequestOptions): Promise<http.IncomingMessage> =>
  new Promise((resolve, reject) => {
    const { get } = url.protocol === "https:" ? https : http;
    const headers = { "Accept-Encoding": "identity", "User-Agent": "Changemaker", ...asked };
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

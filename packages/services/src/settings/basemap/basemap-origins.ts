import { groundOfAddress, originOf, originsOfSource, placesOfStyle } from "@cml/domain/settings";
import type { Deps } from "../../deps";
import { getBasemapAddress } from "./read-basemap";

const freshMs = 3_600_000;
/** One that could not be read is asked for again sooner. */
const againMs = 60_000;
/** A page waits no longer than this for somebody else's style; the next one knows. */
const patienceMs = 2_000;
const rules = {
  maxBytes: 4_000_000,
  timeoutMs: 8_000,
  accept: ["application/json", "application/vnd.mapbox.style+json", "text/plain", "application/octet-stream"],
};

type Known = { address: string; until: number; origins: readonly string[]; reading: Promise<readonly string[]> };
const knownOf = new WeakMap<Deps["events"], Known>();

type OriginDeps = Pick<Deps, "config" | "db" | "events" | "fetchRemote" | "clock" | "logger">;

/**
 * The origins pages may fetch the basemap from: that of its address and, for a style, those it names. While a style cannot be read (a
 * closed network), its own alone. Nothing but our own server where no address is set.
 */
export const getBasemapOrigins = async (deps: OriginDeps): Promise<readonly string[]> => {
  const address = await getBasemapAddress(deps);
  const own = address === null ? null : originOf(address);
  if (address === null || own === null) return [];
  if (groundOfAddress(address).kind !== "style") return [own];
  const now = deps.clock.now().getTime();
  const held = knownOf.get(deps.events);
  if (held?.address === address && now < held.until) return within(held.reading, held.origins);
  const known: Known = {
    address,
    until: now + freshMs,
    // What was known stands until it is known better.
    origins: held?.address === address ? held.origins : [own],
    reading: Promise.resolve([own]),
  };
  known.reading = readStyle(deps, address).then(
    (origins) => (known.origins = [...new Set([own, ...origins])]),
    (error: unknown) => {
      known.until = now + againMs;
      deps.logger.warn({ error: String(error) }, "the basemap's style cannot be read; only its own address is let through");
      return known.origins;
    },
  );
  knownOf.set(deps.events, known);
  return within(known.reading, known.origins);
};

const within = async (reading: Promise<readonly string[]>, meanwhile: readonly string[]): Promise<readonly string[]> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<readonly string[]>((resolve) => {
    timer = setTimeout(() => resolve(meanwhile), patienceMs);
  });
  return Promise.race([reading, late]).finally(() => clearTimeout(timer));
};

const readStyle = async (deps: OriginDeps, address: string): Promise<string[]> => {
  const { origins, sources } = placesOfStyle(await readJson(deps, address), address);
  const described = await Promise.all(
    sources.slice(0, 10).map(async (source) => originsOfSource(await readJson(deps, source).catch(() => null), source)),
  );
  return [...origins, ...described.flat()].slice(0, 20);
};

const readJson = async ({ fetchRemote }: OriginDeps, address: string): Promise<unknown> =>
  JSON.parse((await fetchRemote(address, rules)).bytes.toString("utf8"));

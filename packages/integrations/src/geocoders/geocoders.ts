import { setTimeout as sleepFor } from "node:timers/promises";
import { AppError, type LatLng } from "@cml/domain/kernel";
import { confidenceOf, type GeocoderPlace, type GeocoderQuestion, geocoderFacts, type OutsideGeocoder } from "@cml/domain/map";
import { type AdapterConfig, emptyStatus, type GeocoderAdapter } from "./adapter";
import { arcgis } from "./arcgis";
import { google } from "./google";
import { locationiq } from "./locationiq";
import { mapbox } from "./mapbox";
import { nominatim } from "./nominatim";
import { photon } from "./photon";

type Locks = { withLock: <T>(name: string, work: () => Promise<T>) => Promise<T> };

type GeocodersOptions = {
  /** Names the product and whom to write to, as Nominatim's usage policy asks. */
  userAgent: string;
  /** Held around each call to the public Nominatim, so that all processes together make one a second. */
  locks: Locks;
  timeoutMs?: number;
  fetch?: typeof fetch;
  sleep?: (ms: number) => Promise<unknown>;
};

type GeocoderConfig = { provider: OutsideGeocoder; baseUrl: string | null; key: string | null };

/** A place of Canada and how sure it is on the common scale. */
type FoundPlace = GeocoderPlace & { confidence: number };

const adapters: Readonly<Record<OutsideGeocoder, GeocoderAdapter>> = {
  NOMINATIM: nominatim,
  PHOTON: photon,
  LOCATIONIQ: locationiq,
  MAPBOX: mapbox,
  ARCGIS: arcgis,
  GOOGLE: google,
};

const maxBytes = 500_000;

/**
 * The six geocoders of others behind one port. Null is "no such place"; throws AppError UPSTREAM `map.geocoder.refused` (the key),
 * `.busy` (its limit), `.unreachable` or `.unreadable`. Keys stand in addresses, so no address is ever written to the log.
 */
export const createGeocoders = ({ userAgent, locks, timeoutMs = 8_000, fetch: get = fetch, sleep = sleepFor }: GeocodersOptions) => {
  const call = async (provider: OutsideGeocoder, url: string): Promise<GeocoderPlace | null> => {
    const response = await get(url, {
      headers: { accept: "application/json", "user-agent": userAgent },
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
    }).catch((cause: unknown) => {
      throw upstream("unreachable", cause instanceof Error ? cause.name : "no answer");
    });
    if (!response.ok) {
      await response.body?.cancel();
      if (response.status === emptyStatus && provider === "LOCATIONIQ") return null;
      throw upstream(troubleOf(response.status), `status ${response.status}`);
    }
    const text = await response.text();
    if (text.length > maxBytes) throw upstream("unreadable", `${text.length} characters`);
    try {
      return adapters[provider].read(JSON.parse(text));
    } catch (cause) {
      throw cause instanceof AppError ? cause : upstream("unreadable", "another shape than documented");
    }
  };

  // The answer goes on at once; the place in the line is kept until the second is over.
  const inTurn = <T>(work: () => Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      locks
        .withLock("nominatim:call", async () => {
          const pause = sleep(1_000);
          await work().then(resolve, reject);
          await pause;
        })
        .catch(reject);
    });

  const ask = (
    config: GeocoderConfig,
    urlOf: (adapter: GeocoderAdapter, config: AdapterConfig) => string,
  ): Promise<GeocoderPlace | null> => {
    const { provider } = config;
    const baseUrl = config.baseUrl ?? geocoderFacts[provider].baseUrl;
    const url = urlOf(adapters[provider], { baseUrl, key: config.key });
    const isPublicNominatim = provider === "NOMINATIM" && baseUrl === geocoderFacts.NOMINATIM.baseUrl;
    return isPublicNominatim ? inTurn(() => call(provider, url)) : call(provider, url);
  };

  return {
    forward: async (config: GeocoderConfig, question: GeocoderQuestion): Promise<FoundPlace | null> => {
      const place = await ask(config, (adapter, given) => adapter.forwardUrl(given, question));
      return place === null || !isInCanada(place) ? null : { ...place, confidence: confidenceOf(place, question) };
    },
    reverse: async (config: GeocoderConfig, point: LatLng): Promise<FoundPlace | null> => {
      const place = await ask(config, (adapter, given) => adapter.reverseUrl(given, point));
      return place === null || !isInCanada(place) ? null : { ...place, confidence: confidenceOf(place, { text: "", parts: null }) };
    },
  };
};

const isInCanada = ({ latitude, longitude }: LatLng): boolean =>
  latitude >= 41.6 && latitude <= 83.2 && longitude >= -141.1 && longitude <= -52.5;

const troubleOf = (status: number): Trouble => {
  if (status === 401 || status === 403) return "refused";
  return status === 429 ? "busy" : "unreachable";
};

type Trouble = "refused" | "busy" | "unreachable" | "unreadable";
const upstream = (trouble: Trouble, log: string): AppError => new AppError("UPSTREAM", `map.geocoder.${trouble}`, {}, { log });

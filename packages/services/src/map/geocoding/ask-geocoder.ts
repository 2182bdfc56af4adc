import { setTimeout as sleep } from "node:timers/promises";
import {
  findCachedGeocode,
  keepGeocode,
  recordGeocoderFailure,
  recordGeocoderSuccess,
  type StoredGeocoder,
  tallyGeocode,
} from "@cml/db/map";
import { AppError, isAppError, type LatLng } from "@cml/domain/kernel";
import { foldWords, type Geocoded, type GeocoderQuestion, geocodedSchema, geocoderFacts, type OutsideGeocoder } from "@cml/domain/map";
import type { Deps } from "../../deps";
import type { FoundPlace } from "./geocoder-port";

export type OutsideQuestion = { forward: GeocoderQuestion } | { reverse: LatLng };
type Patience = { /** How long the caller may wait for a place under the limit. */ waitMs: number; signal?: AbortSignal | undefined };

const failuresInRow = 5;
const restMs = 5 * 60_000;
const keepMs = 7 * 24 * 3_600_000;
const purpose = "geocoder-key";

/** Who may be asked now: switched on, with the key it needs, and not left alone after failures. */
export const isReady = ({ provider, isEnabled, keySealed, restUntil }: StoredGeocoder, now: Date): boolean =>
  isEnabled && (keySealed !== null || !geocoderFacts[provider].needsKey) && (restUntil === null || restUntil <= now);

/** Its terms allow one address after the other, or the server is one's own. */
export const mayBulk = ({ provider, baseUrl }: StoredGeocoder): boolean =>
  geocoderFacts[provider].mayBulk || (baseUrl !== null && geocoderFacts[provider].mayStore);

/**
 * Asks one geocoder of others: what it answered in the last seven days first, then within its limits over all processes. Five
 * failures in a row leave it alone for five minutes, for every process. Throws AppError UPSTREAM `map.geocoder.…`.
 */
export const askGeocoder = async (
  deps: Deps,
  stored: StoredGeocoder,
  { question, ...patience }: Patience & { question: OutsideQuestion },
): Promise<Geocoded | null> => {
  const { provider } = stored;
  const { mayStore } = geocoderFacts[provider];
  const key = deps.secrets.keyedHash("geocode-cache", JSON.stringify([provider, stored.baseUrl, foldedQuestion(question)]));
  const now = deps.clock.now();
  const cached = mayStore ? await findCachedGeocode(deps.db, key, now) : undefined;
  if (cached !== undefined) return cached === null ? null : geocodedSchema.parse(cached);
  await takeRoom(deps, stored, patience);
  const tally = { provider, day: now.toISOString().slice(0, 10) };
  try {
    const place = await callGeocoder(deps, stored, question);
    await recordGeocoderSuccess(deps.db, provider);
    await tallyGeocode(deps.db, { ...tally, found: place !== null, failed: false, confidence: place?.confidence ?? 0 });
    if (mayStore) await keepGeocode(deps.db, { key, provider, place, expiresAt: new Date(now.getTime() + keepMs) });
    return place;
  } catch (error) {
    const words = isAppError(error) ? error.messageKey : "internal";
    await recordGeocoderFailure(deps.db, {
      provider,
      error: words,
      rest: { after: failuresInRow, until: new Date(now.getTime() + restMs) },
    });
    await tallyGeocode(deps.db, { ...tally, found: false, failed: true, confidence: 0 });
    throw error;
  }
};

/** The bare call, for the settings' test too. */
export const callGeocoder = async (
  deps: Deps,
  stored: Pick<StoredGeocoder, "provider" | "baseUrl" | "keySealed">,
  question: OutsideQuestion,
): Promise<Geocoded | null> => {
  const { provider, baseUrl, keySealed } = stored;
  const access = { provider, baseUrl, key: openGeocoderKey(deps, keySealed) };
  const place =
    "forward" in question ? await deps.geocoders.forward(access, question.forward) : await deps.geocoders.reverse(access, question.reverse);
  return place === null ? null : toGeocoded(provider, place);
};

const toGeocoded = (provider: OutsideGeocoder, place: FoundPlace): Geocoded => ({
  provider,
  latitude: place.latitude,
  longitude: place.longitude,
  confidence: place.confidence,
  address: place.address,
  municipality: place.municipality,
  province: place.province,
  postalCode: place.postalCode,
  mayStore: geocoderFacts[provider].mayStore,
});

const foldedQuestion = (question: OutsideQuestion): string[] => {
  if ("reverse" in question) return ["reverse", question.reverse.latitude.toFixed(5), question.reverse.longitude.toFixed(5)];
  const { text, parts } = question.forward;
  return parts === null
    ? ["forward", foldWords(text)]
    : ["parts", ...[parts.street, parts.city, parts.province, parts.postalCode].map(foldWords)];
};

const takeRoom = async (deps: Deps, { provider, perMinute, perDay }: StoredGeocoder, { waitMs, signal }: Patience): Promise<void> => {
  const deadline = Date.now() + waitMs;
  for (;;) {
    signal?.throwIfAborted();
    const minute = await deps.limiter.take(`geocoder:${provider}:minute`, { limit: perMinute, windowSeconds: 60 });
    if (minute.allowed) break;
    const pause = Math.max(1, minute.retryAfterSeconds) * 1_000;
    if (Date.now() + pause > deadline) throw new AppError("UPSTREAM", "map.geocoder.busy", {}, { log: "own limit a minute" });
    await sleep(pause, undefined, { signal });
  }
  if (perDay === null) return;
  const day = await deps.limiter.take(`geocoder:${provider}:day`, { limit: perDay, windowSeconds: 86_400 });
  if (!day.allowed) throw new AppError("UPSTREAM", "map.geocoder.busy", {}, { log: "own limit a day" });
};

export const sealGeocoderKey = ({ secrets }: Deps, key: string): string => secrets.seal(purpose, key);

/** Null when there is none, or when it was sealed with another APP_SECRET: then the provider refuses us and says so. */
const openGeocoderKey = ({ secrets, logger }: Deps, sealed: string | null): string | null => {
  if (sealed === null) return null;
  const key = secrets.unseal(purpose, sealed);
  if (key === null) logger.warn({}, "a stored geocoder key cannot be opened with this APP_SECRET; enter it again in the settings");
  return key;
};

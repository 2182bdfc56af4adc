import { listGeocoders, tallyGeocode } from "@cml/db/map";
import { type Actor, isAppError, type LatLng } from "@cml/domain/kernel";
import {
  type AddressQuestion, type Geocoded, type GeocodeAnswer, type GeocodeInput, geocoderFacts, type LocalCandidate, type QuestionParts, sureConfidence,
} from "@cml/domain/map"; // prettier-ignore
import type { Deps } from "../../deps";
import { mapScopeOf } from "../require-map-scope";
import { askGeocoder, isReady, mayBulk, type OutsideQuestion } from "./ask-geocoder";
import { geocodeLocally, reverseLocally } from "./local";

/** Places an address may mean: those of the map itself, and on request what geocoders of others say. */
export const geocode = async (deps: Deps, actor: Actor, { text, askOthers }: GeocodeInput): Promise<GeocodeAnswer> => {
  mapScopeOf(actor, "location.edit");
  const { candidates } = await askLocal(deps, { text });
  const others = askOthers
    ? await askOutside(deps, { forward: { text, parts: null } }, { mustStore: false, isBulk: false, isWatched: true, stopAt: 101 })
    : [];
  return { local: candidates, others };
};

type HowToAsk = { isBulk?: boolean; isWatched?: boolean; signal?: AbortSignal | undefined; except?: string | null };

/**
 * The best point for an address that has none: the map itself first, then geocoders of others whose terms let their answers be kept,
 * until one is sure. Null when nobody knows it. For `isBulk` only those that allow it are asked, and their limits are waited for,
 * unless somebody sits before it (`isWatched`).
 */
export const geocodeAddress = async (
  deps: Deps,
  parts: QuestionParts,
  { isBulk = false, isWatched = !isBulk, signal, except = null }: HowToAsk = {},
): Promise<Geocoded | null> => {
  const { candidates } = await askLocal(deps, { parts }, except);
  const local = candidates.map(placeOfLocal)[0] ?? null;
  if (local !== null && local.confidence >= sureConfidence) return local;
  const { address, municipality, province, postalCode } = parts;
  const question = {
    text: [address, municipality, province, postalCode].filter(Boolean).join(", "),
    parts: { street: address, city: municipality ?? "", province: province ?? "", postalCode: postalCode ?? "" },
  };
  const others = await askOutside(deps, { forward: question }, { mustStore: true, isBulk, isWatched, stopAt: sureConfidence, signal });
  return [local, ...others].reduce<Geocoded | null>(
    (best, one) => (one !== null && (best === null || one.confidence > best.confidence) ? one : best),
    null,
  );
};

/** What stands at a point somebody clicked: the nearest building of the map, else what geocoders of others know. */
export const reverseGeocode = async (deps: Deps, actor: Actor, point: LatLng): Promise<GeocodeAnswer> => {
  mapScopeOf(actor, "location.edit");
  const { candidates } = await reverseLocally(deps.db, point);
  const isNear = (candidates[0]?.confidence ?? 0) >= sureConfidence;
  return {
    local: candidates,
    others: isNear
      ? []
      : await askOutside(deps, { reverse: point }, { mustStore: false, isBulk: false, isWatched: true, stopAt: sureConfidence }),
  };
};

/** A guess of the map never says more than the point it stands on. */
const placeOfLocal = ({
  latitude,
  longitude,
  confidence,
  pointConfidence,
  address,
  municipality,
  province,
  postalCode,
}: LocalCandidate): Geocoded => ({
  provider: "LOCAL",
  latitude,
  longitude,
  confidence: Math.min(confidence, pointConfidence ?? 100),
  address,
  municipality,
  province,
  postalCode,
  mayStore: true,
});

const askLocal = async (deps: Deps, question: AddressQuestion, except: string | null = null) => {
  const answer = await geocodeLocally(deps.db, question, { except });
  const confidence = answer.candidates[0]?.confidence ?? 0;
  const day = deps.clock.now().toISOString().slice(0, 10);
  await tallyGeocode(deps.db, { provider: "LOCAL", day, found: confidence > 0, failed: false, confidence });
  return answer;
};

type Rules = { mustStore: boolean; isBulk: boolean; isWatched: boolean; stopAt: number; signal?: AbortSignal | undefined };

const watchedWaitMs = 2_000;
const bulkWaitMs = 65_000;

/** Asks them in their order until one is as sure as `stopAt`; one that fails is passed over. */
const askOutside = async (
  deps: Deps,
  question: OutsideQuestion,
  { mustStore, isBulk, isWatched, stopAt, signal }: Rules,
): Promise<Geocoded[]> => {
  const found: Geocoded[] = [];
  for (const stored of await listGeocoders(deps.db)) {
    if (!isReady(stored, deps.clock.now()) || (isBulk && !mayBulk(stored))) continue;
    if (mustStore && !geocoderFacts[stored.provider].mayStore) continue;
    try {
      const place = await askGeocoder(deps, stored, { question, waitMs: isWatched ? watchedWaitMs : bulkWaitMs, signal });
      if (place !== null) found.push(place);
      if (place !== null && place.confidence >= stopAt) break;
    } catch (error) {
      if (!isAppError(error)) throw error;
      deps.logger.warn({ provider: stored.provider, error: error.messageKey, log: error.log }, "a geocoder did not answer");
    }
  }
  return found;
};

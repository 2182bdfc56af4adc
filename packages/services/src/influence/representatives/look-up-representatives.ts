import { transaction } from "@cml/db";
import { type CachedPlace, findCachedPlace, listRepresentatives, storeLookUp } from "@cml/db/influence";
import {
  currentSetsOf,
  districtsIn,
  isStale,
  type LookUp,
  type LookUpInput,
  mergeLevels,
  representativesIn,
  vacantSeatsIn,
} from "@cml/domain/influence";
import { type Actor, AppError, isRuralPostalCode, provinceOfPostalCode } from "@cml/domain/kernel";
import type { Deps } from "../../deps";

/**
 * Who represents a postal code: from our rows when they are fresh, else asked of Represent and kept. One call for a code at
 * a time over all processes. When Represent cannot answer, old rows are served and said to be stale.
 */
export const lookUpRepresentatives = async (deps: Deps, _actor: Actor, { postalCode, districts = [] }: LookUpInput): Promise<LookUp> => {
  const cached = await findCachedPlace(deps.db, postalCode);
  if (cached !== null && isFresh(deps, cached)) return answer(deps, { postalCode, districts }, cached);
  try {
    await deps.locks.withLock(`represent:${postalCode}`, async () => {
      // Somebody else may have asked while we waited for the lock.
      const now = await findCachedPlace(deps.db, postalCode);
      if (now === null || !isFresh(deps, now)) await refresh(deps, postalCode);
    });
  } catch (error) {
    if (cached === null || !(error instanceof AppError) || error.code !== "UPSTREAM") throw error;
    deps.logger.warn({ messageKey: error.messageKey, log: error.log ?? "" }, "served representatives from an old look-up");
    return answer(deps, { postalCode, districts }, cached);
  }
  const stored = await findCachedPlace(deps.db, postalCode);
  if (stored === null) throw new AppError("UPSTREAM", "representative.unreachable");
  return answer(deps, { postalCode, districts }, stored);
};

const isFresh = (deps: Deps, { fetchedAt, known }: CachedPlace): boolean => !isStale(fetchedAt, known, deps.clock.now());

const refresh = async (deps: Deps, postalCode: string): Promise<void> => {
  const found = await deps.represent.lookUp(postalCode);
  const facts = { postalCode, newId: deps.newId, now: deps.clock.now() };
  const province = provinceOfPostalCode(postalCode) ?? "";
  if (found === null) {
    const nobody = { city: "", province, centroid: null, known: false, districts: [], representatives: [] };
    await transaction(deps.db, (db) => storeLookUp(db, { ...facts, ...nobody }));
    return;
  }
  const people = representativesIn(found);
  const current = currentSetsOf(people);
  const districts = districtsIn(found, current);
  const representatives = [...people, ...vacantSeatsIn(districts, people, current)];
  const place = { city: found.city, province: found.province || province, centroid: found.centroid };
  await transaction(deps.db, (db) => storeLookUp(db, { ...facts, ...place, known: true, districts, representatives }));
};

const answer = async (deps: Deps, { postalCode, districts }: Required<LookUpInput>, place: CachedPlace): Promise<LookUp> => {
  const merged = mergeLevels({
    districts: place.districts,
    people: await listRepresentatives(deps.db, postalCode),
    rural: isRuralPostalCode(postalCode),
    province: place.province,
    chosen: districts,
    breaks: [],
    now: deps.clock.now(),
  });
  return {
    postalCode,
    city: place.city,
    province: place.province,
    known: place.known,
    representatives: merged.people,
    levels: merged.levels,
    splitLevels: merged.splitLevels,
    sourcesDown: false,
    fetchedAt: place.fetchedAt,
    stale: !isFresh(deps, place),
  };
};

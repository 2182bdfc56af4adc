import { transaction } from "@cml/db";
import { type CachedPlace, findCachedPlace, listRepresentatives, storeLookUp } from "@cml/db/influence";
import { districtsIn, isStale, type LookUp, type LookUpInput, representativesIn, splitLevels } from "@cml/domain/influence";
import { type Actor, AppError, provinceOfPostalCode } from "@cml/domain/kernel";
import type { Deps } from "../../deps";

/**
 * Who represents a postal code: from our rows when they are fresh, else asked of Represent and kept. One call for a code at
 * a time over all processes. When Represent cannot answer, old rows are served and said to be stale.
 */
export const lookUpRepresentatives = async (deps: Deps, _actor: Actor, { postalCode }: LookUpInput): Promise<LookUp> => {
  const cached = await findCachedPlace(deps.db, postalCode);
  if (cached !== null && isFresh(deps, cached)) return answer(deps, postalCode, cached);
  try {
    await deps.locks.withLock(`represent:${postalCode}`, async () => {
      // Somebody else may have asked while we waited for the lock.
      const now = await findCachedPlace(deps.db, postalCode);
      if (now === null || !isFresh(deps, now)) await refresh(deps, postalCode);
    });
  } catch (error) {
    if (cached === null || !(error instanceof AppError) || error.code !== "UPSTREAM") throw error;
    deps.logger.warn({ messageKey: error.messageKey, log: error.log ?? "" }, "served representatives from an old look-up");
    return answer(deps, postalCode, cached);
  }
  const stored = await findCachedPlace(deps.db, postalCode);
  if (stored === null) throw new AppError("UPSTREAM", "representative.unreachable");
  return answer(deps, postalCode, stored);
};

const isFresh = (deps: Deps, { fetchedAt, known }: CachedPlace): boolean => !isStale(fetchedAt, known, deps.clock.now());

const refresh = async (deps: Deps, postalCode: string): Promise<void> => {
  const found = await deps.represent.lookUp(postalCode);
  const facts = { postalCode, newId: deps.newId, now: deps.clock.now() };
  const nobody = {
    city: "",
    province: provinceOfPostalCode(postalCode) ?? "",
    centroid: null,
    known: false,
    districts: [],
    representatives: [],
  };
  await transaction(deps.db, (db) =>
    storeLookUp(
      db,
      found === null
        ? { ...facts, ...nobody }
        : {
            ...facts,
            city: found.city,
            province: found.province || nobody.province,
            centroid: found.centroid,
            known: true,
            districts: districtsIn(found),
            representatives: representativesIn(found),
          },
    ),
  );
};

const answer = async (deps: Deps, postalCode: string, place: CachedPlace): Promise<LookUp> => ({
  postalCode,
  city: place.city,
  province: place.province,
  known: place.known,
  representatives: await listRepresentatives(deps.db, postalCode),
  splitLevels: splitLevels(place.districts),
  fetchedAt: place.fetchedAt,
  stale: !isFresh(deps, place),
});

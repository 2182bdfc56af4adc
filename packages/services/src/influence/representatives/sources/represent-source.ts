import { type CachedPlace, findCachedPlace, listRepresentatives } from "@cml/db/influence";
import {
  currentSetsOf,
  districtKeyOf,
  districtsIn,
  type FoundRepresentative,
  governmentLevels,
  isStale,
  peopleIn,
  preferredLocaleOf,
  type Representative,
  vacantSeatsIn,
} from "@cml/domain/influence";
import { AppError, type LatLng, provinceOfPostalCode } from "@cml/domain/kernel";
import type { Deps } from "../../../deps";
import { refreshLookUp } from "./refresh-look-up";
import type { RepresentativeSource, SourceAnswer } from "./representative-source";
import { withHealth } from "./with-health";

/**
 * Represent through our rows: a kept answer is given at once, however old, and an old one is asked again in the background;
 * a code nobody asked for yet is asked now, one call for a code at a time over all processes.
 */
export const representSource = (deps: Deps): RepresentativeSource => ({
  id: "represent",
  findByCode: async (postalCode) => {
    const [cached, people] = await Promise.all([findCachedPlace(deps.db, postalCode), listRepresentatives(deps.db, postalCode)]);
    if (cached !== null && cached.known) {
      const stale = isOld(deps, cached);
      if (stale) await askAgainLater(deps, postalCode);
      return answerOf(cached, { people, stale });
    }
    // A code that was unknown is asked for again while the person waits: there is nothing to give meanwhile.
    if (cached !== null && !isOld(deps, cached)) return null;
    await askNow(deps, postalCode);
    const stored = await findCachedPlace(deps.db, postalCode);
    if (stored === null) throw new AppError("UPSTREAM", "representative.unreachable");
    return stored.known ? answerOf(stored, { people: await listRepresentatives(deps.db, postalCode), stale: false }) : null;
  },
  findByPoint: async (point, code) => {
    const [boundaries, found] = await withHealth(deps, "represent", async () => [
      await deps.represent.boundariesAt(point),
      await deps.represent.peopleAt(point),
    ]);
    const people = peopleIn(found, "STREET");
    const current = currentSetsOf(people);
    const districts = districtsIn({ boundaries_concordance: boundaries, boundaries_centroid: [] }, current).map((one) => ({
      ...one,
      match: "STREET" as const,
    }));
    const all = [...people, ...vacantSeatsIn(districts, people, current)];
    return {
      ...placeOf(point, code),
      districts,
      people: all.map((one) => asRepresentative(deps, one, code)),
      levels: [...governmentLevels],
      fetchedAt: deps.clock.now(),
      stale: false,
    };
  },
});

const isOld = (deps: Deps, { fetchedAt, known }: CachedPlace): boolean => isStale(fetchedAt, known, deps.clock.now());

const askNow = (deps: Deps, postalCode: string): Promise<void> =>
  deps.locks.withLock(`represent:${postalCode}`, async () => {
    // Somebody else may have asked while we waited for the lock.
    const now = await findCachedPlace(deps.db, postalCode);
    if (now === null || (!now.known && isOld(deps, now))) await refreshLookUp(deps, postalCode);
  });

const askAgainLater = async (deps: Deps, postalCode: string): Promise<void> => {
  const day = deps.clock.now().toISOString().slice(0, 10);
  await deps.jobs.add("influence.refresh-look-up", { postalCode }, { jobId: `look-up-${postalCode}-${day}` });
};

const answerOf = (place: CachedPlace, { people, stale }: Pick<SourceAnswer, "people" | "stale">): SourceAnswer => ({
  city: place.city,
  province: place.province,
  centroid: place.centroid,
  districts: place.districts,
  people,
  levels: [...governmentLevels],
  fetchedAt: place.fetchedAt,
  stale,
});

const placeOf = (centroid: LatLng, code: string) => ({ city: "", province: provinceOfPostalCode(code) ?? "", centroid });

/** Somebody found but not kept, with an id of her own. */
const asRepresentative = (
  deps: Deps,
  { match, preferredLanguages, ...found }: FoundRepresentative,
  postalCode: string,
): Representative => ({
  ...found,
  id: deps.newId(),
  postalCode,
  districtKey: districtKeyOf(found.boundaryUrl),
  matchKind: match,
  preferredLocale: preferredLocaleOf(preferredLanguages),
  photoKey: null,
  source: "REPRESENT",
  cachedAt: deps.clock.now(),
});

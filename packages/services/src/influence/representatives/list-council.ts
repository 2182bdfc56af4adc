import { findOverrides, listCouncilSummaries, listOfficeHoldersOfSet } from "@cml/db/influence";
import { applyOverrides, type Council, isStale, levelOfOffice, type Representative } from "@cml/domain/influence";
import { type Actor, isAppError, systemActor } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { refreshCouncil } from "./refresh-council";
import { withHealth } from "./sources/with-health";

/**
 * Everybody on one council or in one legislature, by its slug at Represent or the name it was imported under; staff's word
 * on a district wins. What is kept is given at once and asked again in the background when it is old. Throws NOT_FOUND for a
 * council nobody knows, UPSTREAM when it is not kept and Represent does not answer.
 */
export const listCouncil = async (deps: Deps, setSlug: string): Promise<Representative[]> => {
  const people = await keptCouncil(deps, setSlug);
  const districts = people.flatMap(({ districtKey }) => (districtKey === null ? [] : [districtKey]));
  const overrides = await findOverrides(deps.db, { postalCode: null, districts });
  return applyOverrides({ people, districts: [] }, overrides, "").people;
};

const keptCouncil = async (deps: Deps, setSlug: string): Promise<Representative[]> => {
  const imported = await listOfficeHoldersOfSet(deps.db, { setSlug, source: "LOCAL" });
  if (imported.length > 0) return imported;
  const read = () => listOfficeHoldersOfSet(deps.db, { setSlug, source: "REPRESENT" });
  const kept = await read();
  const [first] = kept;
  if (first !== undefined) {
    const day = deps.clock.now().toISOString().slice(0, 10);
    if (isStale(first.cachedAt, true, deps.clock.now()))
      await deps.jobs.add("influence.refresh-council", { setSlug }, { jobId: `council-${setSlug}-${day}` });
    return kept;
  }
  await deps.locks.withLock(`council:${setSlug}`, async () => {
    // Somebody else may have asked while we waited for the lock.
    if ((await read()).length === 0) await refreshCouncil(deps, systemActor(), setSlug);
  });
  return read();
};

const keepListMs = 6 * 3_600_000;
const lists = new WeakMap<object, { councils: Council[]; readAt: number }>();

const representCouncils = async (deps: Deps): Promise<Council[]> => {
  const now = deps.clock.now().getTime();
  const kept = lists.get(deps.represent);
  if (kept !== undefined && now - kept.readAt < keepListMs) return kept.councils;
  try {
    const sets = await withHealth(deps, "represent", deps.represent.listSets);
    const councils = sets.map(({ slug, name }) => ({ slug, name, level: levelOfOffice("", name) }));
    lists.set(deps.represent, { councils, readAt: now });
    return councils;
  } catch (error) {
    if (!isAppError(error) || error.code !== "UPSTREAM") throw error;
    return kept?.councils ?? [];
  }
};

/** The councils a campaign may write to as a whole, by name: imported ones, and Represent's as far as it answers. */
export const listCouncils = async (deps: Deps, _actor: Actor): Promise<Council[]> => {
  const kept = (await listCouncilSummaries(deps.db)).map(({ setSlug, setName }) => ({
    slug: setSlug,
    name: setName,
    level: levelOfOffice("", setName),
  }));
  const slugs = new Set(kept.map(({ slug }) => slug));
  const others = (await representCouncils(deps)).filter(({ slug }) => !slugs.has(slug));
  return [...kept, ...others].sort((a, b) => a.name.localeCompare(b.name));
};

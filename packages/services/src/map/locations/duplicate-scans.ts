import { transaction } from "@cml/db";
import {
  advanceScan, claimScan, endScan, findLastScan, findNearbyPairs, findSameKeyPairs, findScan, findUnfinishedScan, forgetOldScans, type FoundPair,
  insertDuplicateScan, nearbyShares, removePairsNotMet, type StoredScan, writePairs,
} from "@cml/db/map"; // prettier-ignore
import { type Actor, AppError, systemActor } from "@cml/domain/kernel";
import { type DuplicateScan, isSameStreetWritten } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { requireWholeMapFor, userIdOf } from "../require-map-scope";

const lock = "duplicate-scan";
// The last share looks for what is written the same and stands apart.
const shares = nearbyShares + 1;
const keptMs = 30 * 86_400_000;
const patienceMs = 60_000;

/** Asks for a search in the background; one that is under way already is the answer. What stands is listed meanwhile. */
export const startDuplicateScan = async (deps: Deps, actor: Actor): Promise<DuplicateScan> => {
  requireWholeMapFor(actor, "location.edit");
  const scan = await beginScan(deps, actor);
  await deps.jobs.add("map.find-duplicates", { scanId: scan.id }, { jobId: `duplicates-${scan.id}` });
  return viewOf(deps, scan);
};

const beginScan = (deps: Deps, actor: Actor): Promise<StoredScan> =>
  deps.locks.withLock("duplicate-scan-begin", async () => {
    const given = { id: deps.newId(), total: shares, startedByUserId: userIdOf(actor), at: deps.clock.now() };
    return (await findUnfinishedScan(deps.db)) ?? insertDuplicateScan(deps.db, given);
  });

/** The last search and how far it is; null before the first. */
export const getDuplicateScan = async (deps: Deps, actor: Actor): Promise<DuplicateScan | null> => {
  requireWholeMapFor(actor, "location.view");
  const scan = await findLastScan(deps.db);
  return scan && viewOf(deps, scan);
};

/** Stops a search after the share it is at; what it found stays, beside what stood. Throws CONFLICT when none is under way. */
export const cancelDuplicateScan = async (deps: Deps, actor: Actor): Promise<DuplicateScan> => {
  requireWholeMapFor(actor, "location.edit");
  const scan = await findUnfinishedScan(deps.db);
  const now = deps.clock.now();
  if (scan === null || !(await endScan(deps.db, scan.id, { status: "CANCELLED", now })))
    throw new AppError("CONFLICT", "map.duplicateScan.ended");
  return viewOf(deps, { ...scan, status: "CANCELLED", finishedAt: now });
};

/** Thrown when the process is about to close: the search goes on elsewhere with the share it was at. */
export class ScanInterrupted extends Error {
  constructor() {
    super("search for duplicates interrupted");
    this.name = "ScanInterrupted";
  }
}

/**
 * Looks through all buildings for such as may be one: the same number close by on a street written otherwise, or the same address at
 * another place. Goes on with a search that was asked for or broke off, else begins one. Each share's pairs and its count commit
 * together. Does nothing while another process is at it.
 */
export const runDuplicateScan = async (deps: Deps, { scanId, signal }: { scanId?: string; signal?: AbortSignal } = {}): Promise<void> => {
  await deps.locks.tryLock(lock, async () => {
    const scan = scanId === undefined ? await beginScan(deps, systemActor()) : await findScan(deps.db, scanId);
    if (scan === null) return;
    const { id, done } = scan;
    if (!(await claimScan(deps.db, id, deps.clock.now()))) return;
    for (let share = done; share < shares; share += 1) {
      if (signal?.aborted === true) throw new ScanInterrupted();
      if (!(await takeShare(deps, id, share))) return;
    }
    await transaction(deps.db, async (db) => {
      if (await endScan(db, id, { status: "COMPLETED", now: deps.clock.now() })) await removePairsNotMet(db, id);
    });
    await forgetOldScans(deps.db, new Date(deps.clock.now().getTime() - keptMs));
  });
};

/** Queues a search anew whose process died; what somebody works on is left to them. */
export const resumeDuplicateScan = async (deps: Deps): Promise<void> => {
  const scan = await findUnfinishedScan(deps.db);
  const now = deps.clock.now().getTime();
  if (scan === null || now - scan.createdAt.getTime() < patienceMs) return;
  const isFree = await deps.locks.tryLock(lock, () => Promise.resolve());
  // A waiting job keeps its name, so that no second one is laid beside it.
  if (isFree !== null)
    await deps.jobs.add("map.find-duplicates", { scanId: scan.id }, { jobId: `duplicates-${scan.id}-${Math.floor(now / patienceMs)}` });
};

/** False when the search was stopped meanwhile: then nothing of the share is kept. */
const takeShare = async (deps: Deps, scanId: string, share: number): Promise<boolean> => {
  const pairs = share < nearbyShares ? await nearbyPairs(deps, share) : await sameKeyPairs(deps);
  return transaction(deps.db, async (db) => {
    if (!(await advanceScan(db, scanId, { done: share, found: pairs.length }))) return false;
    await writePairs(db, pairs, { scanId, now: deps.clock.now(), newId: deps.newId });
    return true;
  });
};

const nearbyPairs = async ({ db }: Deps, share: number): Promise<FoundPair[]> =>
  (await findNearbyPairs(db, share)).flatMap(({ firstStreet, secondStreet, ...pair }) =>
    isSameStreetWritten(firstStreet, secondStreet) ? [{ ...pair, reason: "spelling" as const }] : [],
  );

const sameKeyPairs = async ({ db }: Deps): Promise<FoundPair[]> =>
  (await findSameKeyPairs(db)).map((pair) => ({ ...pair, reason: "apart" as const }));

const viewOf = ({ clock }: Deps, scan: StoredScan): DuplicateScan => {
  const { status, startedAt, done, total } = scan;
  if (status !== "RUNNING" || startedAt === null || done === 0) return { ...scan, secondsLeft: null };
  const seconds = (clock.now().getTime() - startedAt.getTime()) / 1000;
  return { ...scan, secondsLeft: Math.max(0, (seconds / done) * (total - done)) };
};

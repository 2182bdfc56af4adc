import { transaction } from "@cml/db";
import {
  advanceGeocodeRun, claimGeocodeRun, countUnplaced, countWeakMatches, endGeocodeRun, findGeocodeRun, findUnfinishedGeocodeRun, insertGeocodeRun,
  listGeocodeRuns as listStored, lockLocations, nextUnplaced, nextWeakMatches, type StoredGeocodeRun, type UnplacedDoor,
} from "@cml/db/map"; // prettier-ignore
import { type Actor, AppError } from "@cml/domain/kernel";
import { type Geocoded, type GeocodeRun, type GeocodeRunKind, placeableConfidence, sureConfidence, type WeakMatch } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { recordAudit } from "../../platform/record-audit";
import { requireWholeMapFor, userIdOf } from "../require-map-scope";
import { geocodeAddress } from "./geocode";
import { holdAreas, placeLocation } from "./place-location";
import { placeUnplaced } from "./place-unplaced";

const shownRuns = 10;
const atOnce = 50;

/** Begins to geocode the tray ("missing") or the weak matches in the background. Throws CONFLICT while another run works. */
export const startGeocodeRun = async (deps: Deps, actor: Actor, { kind }: { kind: GeocodeRunKind }): Promise<GeocodeRun> => {
  requireWholeMapFor(actor, "location.edit");
  const id = deps.newId();
  const begun = await deps.locks.withLock("geocode-run", () =>
    transaction(deps.db, async (db) => {
      if ((await findUnfinishedGeocodeRun(db)) !== null) throw new AppError("CONFLICT", "map.geocodeRun.another");
      const total = kind === "missing" ? await countUnplaced(db) : await countWeakMatches(db);
      if (total === 0) throw new AppError("CONFLICT", "map.geocodeRun.nothing");
      await recordAudit(db, { actor, action: "geocode.start", entity: "GeocodeRun", entityId: id, facts: { kind, total } });
      return insertGeocodeRun(db, { id, kind, total, startedByUserId: userIdOf(actor), at: deps.clock.now() });
    }),
  );
  await deps.jobs.add("map.run-geocoding", { runId: id }, { jobId: `geocoding-${id}` });
  return viewOf(begun);
};

export const listGeocodeRuns = async (deps: Deps, actor: Actor): Promise<GeocodeRun[]> => {
  requireWholeMapFor(actor, "location.view");
  return (await listStored(deps.db, shownRuns)).map(viewOf);
};

/** Stops a run at its next address; what it placed stays. Throws CONFLICT when it has ended. */
export const cancelGeocodeRun = async (deps: Deps, actor: Actor, { id }: { id: string }): Promise<GeocodeRun> => {
  requireWholeMapFor(actor, "location.edit");
  const run = await findGeocodeRun(deps.db, id);
  if (run === null) throw new AppError("NOT_FOUND", "map.geocodeRun.notFound");
  const now = deps.clock.now();
  if (!(await endGeocodeRun(deps.db, id, { status: "CANCELLED", now }))) throw new AppError("CONFLICT", "map.geocodeRun.ended");
  return viewOf({ ...run, status: "CANCELLED", finishedAt: now });
};

/** Thrown when the process is about to close: the run goes on from its checkpoint elsewhere. */
export class GeocodingInterrupted extends Error {
  constructor() {
    super("geocoding interrupted");
    this.name = "GeocodingInterrupted";
  }
}

/** Does a run from where it stands to its end; safe to call again after a crash. */
export const runGeocoding = async (deps: Deps, { runId, signal }: { runId: string; signal?: AbortSignal }): Promise<void> => {
  if (!(await claimGeocodeRun(deps.db, runId, deps.clock.now()))) return;
  const run = await findGeocodeRun(deps.db, runId);
  if (run === null) return;
  const isThrough =
    run.kind === "missing" ? await goThrough(deps, trayWork, { run, signal }) : await goThrough(deps, weakWork, { run, signal });
  if (isThrough) await endGeocodeRun(deps.db, runId, { status: "COMPLETED", now: deps.clock.now() });
};

type Came = "found" | "weak" | "missed";
type Running = { run: StoredGeocodeRun; signal: AbortSignal | undefined };
type Work<T extends { id: string }> = {
  next: (deps: Deps, afterId: string | null) => Promise<T[]>;
  settle: (deps: Deps, item: T, running: Running) => Promise<Came>;
};

/** False when the run was cancelled or another worker goes on with it. */
const goThrough = async <T extends { id: string }>(deps: Deps, work: Work<T>, { run, signal }: Running): Promise<boolean> => {
  let afterId = run.checkpoint;
  for (let items = await work.next(deps, afterId); items.length > 0; items = await work.next(deps, afterId)) {
    for (const item of items) {
      if (signal?.aborted === true) throw new GeocodingInterrupted();
      const came = await work.settle(deps, item, { run, signal }).catch((error: unknown) => {
        throw signal?.aborted === true ? new GeocodingInterrupted() : error;
      });
      if (!(await advanceGeocodeRun(deps.db, { id: run.id, from: afterId, to: item.id, came }))) return false;
      afterId = item.id;
    }
  }
  return true;
};

/** Rows without a point: placed where a door may stand, left in the tray where no more than a street or town is known. */
const trayWork: Work<UnplacedDoor> = {
  next: (deps, afterId) => nextUnplaced(deps.db, { afterId, limit: atOnce }),
  settle: async (deps, row, { run, signal }) => {
    const place = await geocodeAddress(deps, row, { isBulk: true, signal });
    if (place === null || place.confidence < placeableConfidence) return "missed";
    const placed = await placeUnplaced(deps, { row, to: place, action: "BULK_GEOCODED", userId: run.startedByUserId });
    return placed === null ? "missed" : cameOf(place);
  },
};

/** Weak points: moved only to a surer one, and never where a person or a register said otherwise meanwhile. */
const weakWork: Work<WeakMatch> = {
  next: (deps, afterId) => nextWeakMatches(deps.db, { afterId, limit: atOnce }),
  settle: async (deps, weak, { run, signal }) => {
    const place = await geocodeAddress(deps, weak, { isBulk: true, signal, except: weak.id });
    if (place === null || place.confidence <= weak.geocodeConfidence) return "missed";
    return (await replace(deps, weak, { run, place })) ? cameOf(place) : "missed";
  },
};

const replace = (deps: Deps, weak: WeakMatch, { run, place }: { run: StoredGeocodeRun; place: Geocoded }): Promise<boolean> =>
  transaction(deps.db, async (db) => {
    await holdAreas(db);
    const [before] = await lockLocations(db, [weak.id], "all");
    if (before === undefined || before.geocodeProvider === null || before.updatedAt.getTime() !== weak.updatedAt.getTime()) return false;
    const now = deps.clock.now();
    const mark = { userId: run.startedByUserId, at: before.updatedAt >= now ? new Date(before.updatedAt.getTime() + 1) : now };
    await placeLocation(db, deps, { before, to: place, action: "BULK_GEOCODED", reviewedAt: null, mark });
    return true;
  });

const cameOf = ({ confidence }: Geocoded): Came => (confidence >= sureConfidence ? "found" : "weak");

const viewOf = ({ checkpoint: _checkpoint, startedByUserId: _by, ...run }: StoredGeocodeRun): GeocodeRun => run;

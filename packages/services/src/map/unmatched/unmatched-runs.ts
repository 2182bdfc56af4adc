import { transaction } from "@cml/db";
import {
  countAcceptable, endUnmatchedRun, findLastUnmatchedRun, findUnfinishedUnmatchedRun, findUnmatchedRun, insertUnmatchedRun, reopenUnmatchedRun,
  type StoredUnmatchedRun, turnUnmatchedRun,
} from "@cml/db/map"; // prettier-ignore
import { type Actor, AppError } from "@cml/domain/kernel";
import type { AcceptUnmatchedInput, UnmatchedRun } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { recordAudit } from "../../platform/record-audit";
import { userIdOf } from "../require-map-scope";
import { unmatchedRunLock } from "./run-unmatched";
import { requirePeople } from "./unmatched-people";

const entity = "UnmatchedRun";
const patienceMs = 60_000;

/** How many would be put at a door. */
export const countAcceptableUnmatched = async (deps: Deps, actor: Actor, input: AcceptUnmatchedInput): Promise<number> => {
  requirePeople(actor);
  return countAcceptable(deps.db, input);
};

/**
 * Puts everybody meant at their best door, in the background. Throws CONFLICT while another such run works, or where nobody is sure
 * enough.
 */
export const startUnmatchedRun = async (deps: Deps, actor: Actor, meant: AcceptUnmatchedInput): Promise<UnmatchedRun> => {
  requirePeople(actor);
  const run = await alone(deps, async (inside) => {
    const total = await countAcceptable(inside.db, meant);
    if (total === 0) throw new AppError("CONFLICT", "map.unmatchedRun.nobody");
    const id = deps.newId();
    await recordAudit(inside.db, { actor, action: "unmatched.place-many", entity, entityId: id, facts: { ...meant, total } });
    return insertUnmatchedRun(inside.db, { id, meant, total, startedByUserId: userIdOf(actor), at: deps.clock.now() });
  });
  return queue(deps, run);
};

/** The last run and how far it is; null before the first. */
export const getUnmatchedRun = async (deps: Deps, actor: Actor): Promise<UnmatchedRun | null> => {
  requirePeople(actor);
  const run = await findLastUnmatchedRun(deps.db);
  return run && viewOf(run);
};

/** Stops a run at its next person; what it did stays, and it may go on or be taken back. Throws CONFLICT when it has ended. */
export const stopUnmatchedRun = async (deps: Deps, actor: Actor, { id }: { id: string }): Promise<UnmatchedRun> => {
  const run = await ownRun(deps, actor, id);
  const now = deps.clock.now();
  if (!(await endUnmatchedRun(deps.db, id, { status: "CANCELLED", now }))) throw new AppError("CONFLICT", "map.unmatchedRun.ended");
  return viewOf({ ...run, status: "CANCELLED", finishedAt: now });
};

/** Goes on with a run that was stopped or broke off, the way it went. Throws CONFLICT when it did not, or another works. */
export const resumeUnmatchedRun = async (deps: Deps, actor: Actor, { id }: { id: string }): Promise<UnmatchedRun> => {
  const run = await ownRun(deps, actor, id);
  await alone(deps, async ({ db }) => {
    if (!(await reopenUnmatchedRun(db, id))) throw new AppError("CONFLICT", "map.unmatchedRun.notBroken");
  });
  return queue(deps, { ...run, status: "QUEUED", finishedAt: null });
};

/** Takes a run back: everybody it placed waits again, but those at whose door somebody worked since. Throws CONFLICT while it runs. */
export const undoUnmatchedRun = async (deps: Deps, actor: Actor, { id }: { id: string }): Promise<UnmatchedRun> => {
  const run = await ownRun(deps, actor, id);
  await alone(deps, async ({ db }) => {
    if (!(await turnUnmatchedRun(db, id))) throw new AppError("CONFLICT", "map.unmatchedRun.cannotUndo");
    await recordAudit(db, { actor, action: "unmatched.place-many-undo", entity, entityId: id, facts: { placed: run.placed } });
  });
  return queue(deps, { ...run, isUndoing: true, status: "QUEUED", startedAt: null, finishedAt: null });
};

/** Queues a run anew whose process died or whose job was lost; what somebody works on is left to them. */
export const resumeLostUnmatchedRun = async (deps: Deps): Promise<void> => {
  const run = await findUnfinishedUnmatchedRun(deps.db);
  if (run === null || deps.clock.now().getTime() - (run.startedAt ?? run.createdAt).getTime() < patienceMs) return;
  const isFree = await deps.locks.tryLock(unmatchedRunLock, () => Promise.resolve());
  if (isFree !== null) await queue(deps, run);
};

const alone = <T>(deps: Deps, work: (deps: Deps) => Promise<T>): Promise<T> =>
  deps.locks.withLock("unmatched-run-begin", () =>
    transaction(deps.db, async (db) => {
      if ((await findUnfinishedUnmatchedRun(db)) !== null) throw new AppError("CONFLICT", "map.unmatchedRun.another");
      return work({ ...deps, db });
    }),
  );

const queue = async (deps: Deps, run: StoredUnmatchedRun): Promise<UnmatchedRun> => {
  // A waiting job keeps its name, so that no second one is laid beside it.
  const minute = Math.floor(deps.clock.now().getTime() / patienceMs);
  await deps.jobs.add(
    "map.place-unmatched",
    { runId: run.id },
    { jobId: `unmatched-${run.id}-${run.isUndoing ? "back" : "forth"}-${run.done + run.undone + run.kept}-${minute}` },
  );
  return viewOf(run);
};

const ownRun = async (deps: Deps, actor: Actor, id: string): Promise<StoredUnmatchedRun> => {
  requirePeople(actor);
  const run = await findUnmatchedRun(deps.db, id);
  if (run === null) throw new AppError("NOT_FOUND", "map.unmatchedRun.notFound");
  return run;
};

const viewOf = ({ meant: _meant, checkpoint: _checkpoint, startedByUserId: _by, ...run }: StoredUnmatchedRun): UnmatchedRun => run;

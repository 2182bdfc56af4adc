import { type RawClient, rawTransaction } from "@cml/db";
import {
  type Acceptable, advanceUnmatchedRun, claimUnmatchedRun, endUnmatchedRun, nextAcceptable, nextPlacedBy, type StoredUnmatchedRun, type UnmatchedStep,
} from "@cml/db/map"; // prettier-ignore
import { isAppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { placeUnmatched } from "./place-unmatched";
import { takeBackDecision } from "./undo-unmatched";

export const unmatchedRunLock = "unmatched-run";
const atOnce = 200;
const mostOfError = 500;

/** Thrown when the process is about to close: the run goes on elsewhere from its checkpoint. */
export class PlacingInterrupted extends Error {
  constructor() {
    super("placing people interrupted");
    this.name = "PlacingInterrupted";
  }
}

/** The run was stopped, or another worker is ahead: nothing of this person is kept. */
class RunGone extends Error {
  constructor() {
    super("the run does not stand here any more");
    this.name = "RunGone";
  }
}

export type RunUnmatchedInput = { runId: string; signal?: AbortSignal; isLastTry?: boolean };

/**
 * Does a run, or its way back, from where it stands to its end; safe to call again after a crash: each person and the checkpoint commit
 * together. When its last try breaks off, the screen says so and it may go on.
 */
export const runUnmatched = async (deps: Deps, { runId, signal, isLastTry = false }: RunUnmatchedInput): Promise<void> => {
  await deps.locks.tryLock(unmatchedRunLock, async () => {
    const run = await claimUnmatchedRun(deps.db, runId, deps.clock.now());
    if (run === null) return;
    try {
      await (run.isUndoing ? goBack(deps, run, signal) : goForth(deps, run, signal));
      await endUnmatchedRun(deps.db, runId, { status: run.isUndoing ? "UNDONE" : "COMPLETED", now: deps.clock.now() });
    } catch (error) {
      if (error instanceof RunGone) return;
      if (isLastTry && !(error instanceof PlacingInterrupted)) {
        const said = error instanceof Error ? error.message.slice(0, mostOfError) : "";
        await endUnmatchedRun(deps.db, runId, { status: "FAILED", error: said, now: deps.clock.now() });
      }
      throw error;
    }
  });
};

const goForth = (deps: Deps, run: StoredUnmatchedRun, signal: AbortSignal | undefined): Promise<void> =>
  goThrough<Acceptable>(deps, {
    ...{ run, signal, done: "placed", left: "skipped" },
    next: (afterId) => nextAcceptable(deps.db, run.meant, { afterId, limit: atOnce }),
    settle: (client, { id, ...door }) => placeUnmatched(deps, client, { id, door, userId: run.startedByUserId, runId: run.id }),
  });

const goBack = (deps: Deps, run: StoredUnmatchedRun, signal: AbortSignal | undefined): Promise<void> =>
  goThrough(deps, {
    ...{ run, signal, done: "undone", left: "kept" },
    next: (beforeId) => nextPlacedBy(deps.db, run.id, { beforeId, limit: atOnce }),
    settle: (client, { id }) => takeBackDecision(deps, client, { id, userId: run.startedByUserId }),
  });

type Way<T> = {
  run: StoredUnmatchedRun;
  signal: AbortSignal | undefined;
  next: (from: string | null) => Promise<T[]>;
  settle: (client: RawClient, person: T) => Promise<void>;
  done: UnmatchedStep["came"];
  left: UnmatchedStep["came"];
};

const goThrough = async <T extends { id: string }>(deps: Deps, way: Way<T>): Promise<void> => {
  let from = way.run.checkpoint;
  for (let people = await way.next(from); people.length > 0; people = await way.next(from))
    for (const person of people) {
      if (way.signal?.aborted === true) throw new PlacingInterrupted();
      await settleOne(deps, way, { person, from });
      from = person.id;
    }
};

const settleOne = async <T extends { id: string }>(deps: Deps, way: Way<T>, { person, from }: { person: T; from: string | null }) => {
  const step = { id: way.run.id, from, to: person.id };
  const count = async (client: RawClient, came: UnmatchedStep["came"]): Promise<void> => {
    if (!(await advanceUnmatchedRun(client, { ...step, came }))) throw new RunGone();
  };
  try {
    await rawTransaction(deps.db, async (client) => {
      await way.settle(client, person);
      await count(client, way.done);
    });
  } catch (error) {
    // Somebody was quicker, the door is gone, or it was worked with since: that one stays as they are.
    if (!isAppError(error)) throw error;
    await rawTransaction(deps.db, (client) => count(client, way.left));
  }
};

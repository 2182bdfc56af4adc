import { afterCommit, type Db } from "@cml/db";
import { insertOutboxRows } from "@cml/db/platform";
import { parsePayload, type JobName, type JobPayload } from "@cml/jobs";
import type { Deps } from "../deps";
import { dispatchOutbox } from "./dispatch-outbox";

export type QueuedJob = {
  [N in JobName]: {
    name: N;
    payload: JobPayload<N>;
    /** Makes the job unique beyond this one request; by default each request is a job of its own. */
    jobId?: string;
    /** Not before; now by default. */
    availableAt?: Date;
  };
}[JobName];

/**
 * Asks for jobs as part of the transaction of `db`: rolled back with it, on their queues right after its commit, and found
 * by a sweep when the process dies in between. The one way to queue work that belongs to a change.
 */
export const queueJobs = async (deps: Deps, db: Db, jobs: QueuedJob[]): Promise<void> => {
  if (jobs.length === 0) return;
  const now = deps.clock.now();
  const rows = jobs.map(({ name, payload, jobId, availableAt }) => {
    const id = deps.newId();
    return {
      id,
      topic: name,
      payload: { job: parsePayload(name, payload), jobId: jobId ?? `outbox-${id}` },
      createdAt: now,
      availableAt: availableAt ?? now,
    };
  });
  await insertOutboxRows(db, rows);
  await dispatchAfterCommit(deps, db);
};

export const queueJob = (deps: Deps, db: Db, job: QueuedJob): Promise<void> => queueJobs(deps, db, [job]);

// One dispatch takes all rows of a transaction, so it is asked for once.
const asked = new WeakSet<object>();

const dispatchAfterCommit = async (deps: Deps, db: Db): Promise<void> => {
  if (db.commitHooks !== null) {
    if (asked.has(db.commitHooks)) return;
    asked.add(db.commitHooks);
  }
  await afterCommit(db, async () => {
    try {
      await dispatchOutbox(deps);
    } catch (error) {
      // The change is committed and its rows stand; the sweep brings them.
      deps.logger.warn({ error: String(error) }, "queued jobs wait for the next sweep");
    }
  });
};

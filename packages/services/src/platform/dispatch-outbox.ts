import { leaseDueOutboxRows, markOutboxRowsDispatched, noteOutboxError, type OutboxRow } from "@cml/db/platform";
import { isJobName, type JobName, type JobPayload } from "@cml/jobs";
import type { Deps } from "../deps";

const batchSize = 200;
/** A dispatcher that says nothing for so long is taken for dead. */
const leaseSeconds = 30;

/**
 * Puts every due row of the outbox on its queue; gives how many. Safe to run anywhere at any time: rows are leased, and a
 * job keeps the id of its row, so a row handed on twice is one job.
 */
export const dispatchOutbox = async (deps: Deps): Promise<number> => {
  let dispatched = 0;
  for (;;) {
    const now = deps.clock.now();
    const rows = await leaseDueOutboxRows(deps.db, { now, until: new Date(now.getTime() + leaseSeconds * 1000), limit: batchSize });
    for (const [topic, ofTopic] of byTopic(rows)) dispatched += await dispatchRows(deps, topic, ofTopic);
    if (rows.length < batchSize) return dispatched;
  }
};

const byTopic = (rows: OutboxRow[]): Map<string, OutboxRow[]> => {
  const topics = new Map<string, OutboxRow[]>();
  for (const row of rows) topics.set(row.topic, [...(topics.get(row.topic) ?? []), row]);
  return topics;
};

// Rows that cannot be handed on keep their lease, and so are tried again when it ends.
const dispatchRows = async (deps: Deps, topic: string, rows: OutboxRow[]): Promise<number> => {
  const ids = rows.map(({ id }) => id);
  try {
    if (!isJobName(topic)) throw new Error(`no job is called ${topic}`);
    await deps.jobs.addMany(topic, rows.map(readRow));
    await markOutboxRowsDispatched(deps.db, ids, deps.clock.now());
    return rows.length;
  } catch (error) {
    deps.logger.error({ topic, rows: ids.length, error: String(error) }, "the outbox could not be handed on");
    await noteOutboxError(deps.db, ids, String(error));
    return 0;
  }
};

/** As queueJobs wrote it; its payload was checked then, and the queue reads it by the schema again. */
type StoredJob = { job: JobPayload<JobName>; jobId: string };

const readRow = ({ payload }: OutboxRow) => {
  const { job, jobId } = payload as StoredJob;
  return { payload: job, jobId };
};

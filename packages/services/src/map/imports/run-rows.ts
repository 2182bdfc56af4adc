import type { RawClient } from "@cml/db";
import {
  closeComparison, forgetSeenDoors, inTransaction, lockRunningImport, openComparison, refreshDoorStatistics, restartComparison, saveImportProgress, type StoredImport, withImportHeld,
} from "@cml/db/map"; // prettier-ignore
import { addSummaries, emptySummary, type ImportCounts, type ImportSummary, noCounts } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { type ImportContext, ImportInterrupted, ImportStopped } from "./import-run-context";
import { keepHeapModest } from "./modest-heap";
import { chunkSizer, pullChunks } from "./pull-chunks";
import type { RowReader } from "./row-reader";

export type RunningImport = { run: StoredImport };
export type ChunkResult = { counts: ImportCounts; summary: ImportSummary };
/** Writes what a chunk of rows comes to, within its transaction. */
export type ChunkWriter<Row> = (client: RawClient, rows: readonly Row[]) => Promise<ChunkResult>;

export type RowsImport<Row> = {
  /** Opens the file where the run's checkpoint says. */
  open: (run: StoredImport) => Promise<RowReader<Row>>;
  writer: (running: RunningImport) => ChunkWriter<Row>;
};

/**
 * Streams rows in chunks: what a chunk writes, its counts and the checkpoint commit together. While PostgreSQL takes one chunk the next
 * is read. Nothing is held for longer than its chunk, so a file of any length takes the same memory.
 */
export const runRows = async <Row>(deps: Deps, context: ImportContext, { open, writer }: RowsImport<Row>): Promise<void> => {
  const letHeapGrow = keepHeapModest();
  const held = await withImportHeld(deps.db, context.run.id, async (client) => {
    const run = await begin(client, context.run);
    const reader = await open(run);
    try {
      const created = await commitChunks({ ...context, run }, { client, reader, write: writer({ run }) });
      if (created > manyDoors && !run.isComparison) await refreshDoorStatistics(client);
    } finally {
      await reader.rows.return(undefined);
    }
    await forgetSeenDoors(client, run.id);
    if (run.isComparison) await closeComparison(client);
    return true;
  }).finally(letHeapGrow);
  // Somebody else works on it: theirs is the end.
  if (held === null) throw new ImportStopped();
};

/** As many as change what the planner should think of the tables. */
export const manyDoors = 1_000;

const begin = async (client: RawClient, run: StoredImport): Promise<StoredImport> => {
  if (!run.isComparison) return run;
  await restartComparison(client, run.id);
  await openComparison(client);
  return { ...run, checkpoint: null };
};

const nothing: ChunkResult = { counts: noCounts, summary: emptySummary };

type Work<Row> = { client: RawClient; reader: RowReader<Row>; write: ChunkWriter<Row> };

/** Gives how many doors the run made. */
const commitChunks = async <Row>({ run, signal, onProgress }: ImportContext, { client, reader, write }: Work<Row>): Promise<number> => {
  const sizer = chunkSizer();
  let settled = run.checkpoint?.rows ?? 0;
  let { created } = run.counts;
  for await (const { rows, position } of pullChunks(reader, sizer)) {
    if (signal?.aborted === true) throw new ImportInterrupted();
    const begun = performance.now();
    const checkpoint = { rows: settled + rows.length, ...position };
    const counts = await inTransaction(client, async () => {
      const before = await lockRunningImport(client, run.id, settled);
      if (before === null) return null;
      const { counts: chunk, summary } = rows.length === 0 ? nothing : await write(client, rows);
      return saveImportProgress(client, run.id, {
        before: before.counts,
        chunk,
        checkpoint,
        summary: addSummaries(before.summary, summary),
      });
    });
    if (counts === null) throw new ImportStopped();
    settled = checkpoint.rows;
    created = counts.created;
    sizer.learn(rows.length, performance.now() - begun);
    await onProgress(counts, position.share);
  }
  return created;
};

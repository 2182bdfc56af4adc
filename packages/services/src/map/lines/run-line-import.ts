import { createHash } from "node:crypto";
import {
  copyRejects, finishWholeImport, inTransaction, type RejectedRow, type StoredMapLine, tellWholeImport, withImportHeld,
  type WrittenLines, writeMapLines,
} from "@cml/db/map"; // prettier-ignore
import type { RawClient } from "@cml/db";
import { AppError } from "@cml/domain/kernel";
import { emptySummary, type ImportCounts, type MapLineRow, noCounts } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { type ImportContext, ImportInterrupted, ImportStopped } from "../imports/import-run-context";
import { storedBytes } from "../imports/nar/stored-bytes";
import { type LineReading, readLines } from "./read-lines";

const chunkSize = 1_000;

type Line = MapLineRow & { id: string; externalId: string };
type Came = { counts: ImportCounts; reasons: Record<string, number>; before: StoredMapLine[] };

/**
 * Roads, water and railways for the plain map and for turf that should not cross them. The file's lines are committed as a whole: a
 * file that breaks off, or a run that is stopped, leaves nothing behind; the same file again changes nothing.
 */
export const runLineImport = async (deps: Deps, context: ImportContext): Promise<void> => {
  const { run } = context;
  const held = await withImportHeld(deps.db, run.id, async (client) => {
    await inTransaction(client, async () => end(deps, client, { context, came: await readChunks(deps, client, context) }));
    return true;
  });
  // Somebody else works on it: theirs is the end.
  if (held === null) throw new ImportStopped();
};

const end = async (deps: Deps, client: RawClient, { context: { run }, came }: { context: ImportContext; came: Came }): Promise<void> => {
  const at = deps.clock.now();
  const { counts, reasons, before } = came;
  const isDone = await finishWholeImport(client, run.id, {
    counts,
    summary: { ...emptySummary, reasons },
    at,
    // What it changed, for its undo; a comparison changed nothing.
    before: run.isComparison ? null : { trashId: deps.newId(), label: `lines: ${run.fileName}`, snapshot: { changed: before } },
  });
  if (!isDone) throw new ImportStopped();
};

const readChunks = async (deps: Deps, client: RawClient, { run, signal, onProgress }: ImportContext): Promise<Came> => {
  const came: Came = { counts: { ...noCounts }, reasons: {}, before: [] };
  const mark = { importRunId: run.id, source: run.options.source, at: deps.clock.now() };
  const seen = new Set<string>();
  let lines: Line[] = [];
  let rejects: RejectedRow[] = [];
  const write = () => writeMapLines(client, lines, mark);
  const flush = async (share: number): Promise<void> => {
    if (signal?.aborted === true) throw new ImportInterrupted();
    const { created, before } = await (run.isComparison ? tryOut(client, write) : write());
    await copyRejects(client, rejects, { importId: run.id, newId: deps.newId });
    came.counts.created += created;
    came.counts.changed += before.length;
    came.counts.same += lines.length - created - before.length;
    if (!run.isComparison) came.before.push(...before);
    lines = [];
    rejects = [];
    // Told beside the transaction, so that people see how far it is; it also says whether somebody stopped it.
    if (!(await tellWholeImport(deps.db, run.id, { counts: came.counts, share }))) throw new ImportStopped();
    await onProgress(came.counts, share);
  };
  for await (const reading of readLines(await storedBytes(deps, run.storageKey), run.options.lineKind)) {
    came.counts.read += 1;
    const taken = take(deps, reading, seen);
    if ("line" in taken) lines.push(taken.line);
    else {
      came.counts.rejected += 1;
      came.reasons[taken.reject.reason] = (came.reasons[taken.reject.reason] ?? 0) + 1;
      rejects.push(taken.reject);
    }
    if (lines.length + rejects.length >= chunkSize) await flush(reading.share);
  }
  if (came.counts.read === 0) throw new AppError("INVALID", "import.noLines");
  await flush(1);
  return came;
};

/** What writing would come to, without having written. */
const tryOut = async (client: RawClient, write: () => Promise<WrittenLines>): Promise<WrittenLines> => {
  await client.query("SAVEPOINT tried");
  const written = await write();
  await client.query("ROLLBACK TO SAVEPOINT tried");
  return written;
};

const take = (deps: Deps, { row, read, said: raw }: LineReading, seen: Set<string>): { line: Line } | { reject: RejectedRow } => {
  if ("reason" in read) return { reject: { row, reason: read.reason, detail: read.detail, raw } };
  const line = toLine(deps, read.line);
  if (seen.has(line.externalId)) return { reject: { row, reason: "duplicateInFile", detail: line.externalId, raw } };
  seen.add(line.externalId);
  return { line };
};

/** A line without an id is known by where it runs and what it is called. */
const toLine = (deps: Deps, line: MapLineRow): Line => {
  const { kind, name, geometry } = line;
  const print = (): string =>
    `shape/${createHash("sha256")
      .update(JSON.stringify([kind, name, geometry]))
      .digest("base64url")
      .slice(0, 22)}`;
  return { ...line, id: deps.newId(), externalId: line.externalId ?? print() };
};

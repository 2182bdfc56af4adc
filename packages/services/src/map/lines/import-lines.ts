import { createHash } from "node:crypto";
import { basename } from "node:path";
import { rawTransaction, transaction } from "@cml/db";
import { finishLocalImport, insertLocalImport, type StoredMapLine, type WrittenLines, writeMapLines } from "@cml/db/map";
import { type Actor, AppError } from "@cml/domain/kernel";
import { type ImportCounts, type MapLineKind, type MapLineRow, noCounts } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { readLines } from "./read-lines";
import { requireShell } from "./require-shell";

export type ImportLinesInput = {
  path: string;
  /** Where the file is from; with a line's id there it says which line is the same one. */
  source: string;
  /** What lines are that do not tell themselves. */
  kind: MapLineKind;
  onProgress?: (state: { counts: ImportCounts; share: number }) => void;
};

export type ImportLinesResult = { importId: string; counts: ImportCounts; rejects: { row: number; reason: string; detail: string }[] };

const chunkSize = 1_000;
/** Reasons beyond these are counted, not kept. */
const mostRejects = 10_000;
const longestMs = 600_000;

type Line = MapLineRow & { id: string; externalId: string };
type Run = { counts: ImportCounts; rejects: ImportLinesResult["rejects"]; before: StoredMapLine[] };

/**
 * Roads, water and railways for the plain map and for turf that should not cross them. The file's lines are committed as a whole: a
 * file that breaks off leaves nothing behind, the same file again changes nothing. Can be undone for 30 days.
 */
export const importLines = async (deps: Deps, actor: Actor, input: ImportLinesInput): Promise<ImportLinesResult> => {
  requireShell(actor);
  const importId = deps.newId();
  const startedAt = deps.clock.now();
  const fileName = basename(input.path);
  const mark = { importRunId: importId, source: input.source, at: startedAt };
  await insertLocalImport(deps.db, { id: importId, kind: "lines", fileName, startedAt });
  try {
    const run = await rawTransaction(deps.db, (client) => readChunks(deps, input, (lines) => writeMapLines(client, lines, mark)));
    await transaction(
      deps.db,
      (db) =>
        finishLocalImport(db, {
          id: importId,
          kind: "lines",
          fileName,
          options: { source: input.source, kind: input.kind },
          counts: run.counts,
          rejects: run.rejects.map((reject) => ({ ...reject, id: deps.newId(), raw: {} })),
          before: JSON.parse(JSON.stringify({ changed: run.before })) as object,
          trashId: deps.newId(),
          startedAt,
          finishedAt: deps.clock.now(),
        }),
      { timeoutMs: longestMs },
    );
    return { importId, counts: run.counts, rejects: run.rejects };
  } catch (error) {
    await deps.db.prisma.importRun.delete({ where: { id: importId } });
    throw error;
  }
};

const readChunks = async (deps: Deps, input: ImportLinesInput, write: (lines: Line[]) => Promise<WrittenLines>): Promise<Run> => {
  const run: Run = { counts: { ...noCounts }, rejects: [], before: [] };
  const seen = new Set<string>();
  let chunk: Line[] = [];
  const flush = async (share: number): Promise<void> => {
    const { created, before } = await write(chunk);
    run.counts.created += created;
    run.counts.changed += before.length;
    run.counts.same += chunk.length - created - before.length;
    run.before.push(...before);
    chunk = [];
    input.onProgress?.({ counts: run.counts, share });
  };
  for await (const { row, read, share } of readLines(input.path, input.kind)) {
    run.counts.read += 1;
    const line = "line" in read ? toLine(deps, read.line) : null;
    const refusal =
      "reason" in read ? read : line !== null && seen.has(line.externalId) ? { reason: "duplicateInFile", detail: line.externalId } : null;
    if (refusal !== null || line === null) {
      run.counts.rejected += 1;
      if (refusal !== null && run.rejects.length < mostRejects) run.rejects.push({ row, reason: refusal.reason, detail: refusal.detail });
      continue;
    }
    seen.add(line.externalId);
    chunk.push(line);
    if (chunk.length === chunkSize) await flush(share);
  }
  if (run.counts.read === 0) throw new AppError("INVALID", "import.noLines");
  await flush(1);
  return run;
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

import { AppError } from "@cml/domain/kernel";
import { type ColumnMapping, mappingProblem, readDoorRow, suggestMapping } from "@cml/domain/map";
import { type CsvRow, openCsv } from "@cml/formats";
import type { Deps } from "../../deps";
import { type CommitState, commitAddressChunk } from "./commit-address-chunk";
import { type ImportContext, ImportInterrupted, ImportStopped } from "./import-run-context";
import type { ReadRow } from "./read-row";

// Large enough that COPY is not stopped and started all the time, small enough that a cancelled run stops within a second.
const rowsPerChunk = 2_000;

/** Streams the file in chunks; each chunk's doors, history, membership, refusals, counts and checkpoint commit together. */
export const runAddressImport = async (deps: Deps, context: ImportContext): Promise<void> => {
  const { run } = context;
  const file = await deps.storage.open(run.storageKey);
  if (file === null) throw new AppError("INVALID", "import.fileGone");
  const csv = await openCsv(file.stream);
  const mapping = run.options.mapping ?? suggestMapping(csv.headers);
  const problem = mappingProblem(mapping, csv.headers);
  if (problem !== null) throw new AppError("INVALID", `import.${problem.problem}`, { column: problem.column });
  const state: CommitState = { touched: new Set(), cutsAt: () => [], shapesVersion: null, settledRows: run.checkpoint?.rows ?? 0 };

  let chunk: ReadRow[] = [];
  const settle = async (): Promise<void> => {
    if (context.signal?.aborted === true) throw new ImportInterrupted();
    const checkpoint = { rows: state.settledRows + chunk.length, bytes: csv.bytesRead(), totalBytes: file.sizeBytes };
    const counts = await commitAddressChunk(deps, state, { run, rows: chunk, checkpoint });
    if (counts === null) throw new ImportStopped();
    state.settledRows = checkpoint.rows;
    chunk = [];
    await context.onProgress(counts, file.sizeBytes === 0 ? 1 : Math.min(1, checkpoint.bytes / file.sizeBytes));
  };
  for await (const row of csv.rows) {
    if (row.row <= state.settledRows) continue;
    chunk.push(readRow(row, mapping));
    if (chunk.length === rowsPerChunk) await settle();
  }
  if (chunk.length > 0) await settle();
};

const readRow = ({ row, cells, isRagged }: CsvRow, mapping: ColumnMapping): ReadRow =>
  isRagged ? { row, cells, reason: "badRow", detail: "" } : { row, cells, ...readDoorRow(cells, mapping) };

import { AppError } from "@cml/domain/kernel";
import { type ColumnMapping, mappingProblem, readDoorRow, suggestMapping } from "@cml/domain/map";
import type { StoredImport } from "@cml/db/map";
import { type CsvRow, openCsv } from "@cml/formats";
import type { Deps } from "../../deps";
import type { ReadRow, RowReader } from "./row-reader";

/** Reads doors out of a CSV by the run's columns. Throws INVALID `import.*` when the file is gone or its columns will not do. */
export const openCsvRows = async (deps: Deps, run: StoredImport): Promise<RowReader> => {
  const file = await deps.storage.open(run.storageKey);
  if (file === null) throw new AppError("INVALID", "import.fileGone");
  const csv = await openCsv(file.stream);
  const mapping = run.options.mapping ?? suggestMapping(csv.headers);
  const problem = mappingProblem(mapping, csv.headers);
  if (problem !== null) {
    file.stream.destroy();
    throw new AppError("INVALID", `import.${problem.problem}`, { column: problem.column });
  }
  const share = () => (file.sizeBytes === 0 ? 1 : Math.min(1, csv.bytesRead() / file.sizeBytes));
  return { rows: doorsOf(csv.rows, mapping, run.checkpoint?.rows ?? 0), position: () => ({ share: share(), place: {} }) };
};

async function* doorsOf(rows: AsyncGenerator<CsvRow>, mapping: ColumnMapping, settled: number): AsyncGenerator<ReadRow | null> {
  for await (const row of rows) {
    if (row.row > settled) yield readRow(row, mapping);
    else if (row.row % 1_000 === 0) yield null;
  }
}

const readRow = ({ row, cells, isRagged }: CsvRow, mapping: ColumnMapping): ReadRow =>
  isRagged ? { row, cells: () => cells, reason: "badRow", detail: "" } : { row, cells: () => cells, ...readDoorRow(cells, mapping) };

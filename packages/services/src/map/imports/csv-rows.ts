import { AppError } from "@cml/domain/kernel";
import { mappingProblem, readDoorRow, type RowResult, suggestMapping } from "@cml/domain/map";
import type { StoredImport } from "@cml/db/map";
import type { CsvRow } from "@cml/formats";
import type { Deps } from "../../deps";
import { openTable } from "./open-table";
import type { ReadRow, RowReader } from "./row-reader";

/** Reads doors out of a table by the run's columns. Throws INVALID `import.*` when the file is gone or its columns will not do. */
export const openCsvRows = async (deps: Deps, { storageKey, fileName, options, checkpoint }: StoredImport): Promise<RowReader> => {
  const table = await openTable(deps, { storageKey, fileName, csv: options.csv });
  const mapping = options.mapping ?? suggestMapping(table.headers);
  const problem = mappingProblem(mapping, table.headers);
  if (problem !== null) {
    await table.rows.return(undefined);
    throw new AppError("INVALID", `import.${problem.problem}`, { column: problem.column });
  }
  const read = ({ cells }: CsvRow) => readDoorRow(cells, mapping, options.points);
  return { rows: doorsOf(table.rows, { read, settled: checkpoint?.rows ?? 0 }), position: () => ({ share: table.share(), place: {} }) };
};

type Reading = { read: (row: CsvRow) => RowResult; settled: number };

async function* doorsOf(rows: AsyncGenerator<CsvRow>, { read, settled }: Reading): AsyncGenerator<ReadRow | null> {
  for await (const row of rows) {
    if (row.row > settled) yield readRow(row, read);
    else if (row.row % 1_000 === 0) yield null;
  }
}

const readRow = (row: CsvRow, read: Reading["read"]): ReadRow =>
  row.isRagged
    ? { row: row.row, cells: () => row.cells, reason: "badRow", detail: "" }
    : { row: row.row, cells: () => row.cells, ...read(row) };

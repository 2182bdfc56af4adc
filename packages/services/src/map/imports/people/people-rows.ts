import type { StoredImport } from "@cml/db/map";
import { AppError } from "@cml/domain/kernel";
import {
  detectPreset, matchPerson, peopleMappingProblem, type PeoplePreset, type PersonMapping, type PersonMatch, personKey, type PersonRow, readPersonRow,
  type RejectReason, suggestPeopleMapping,
} from "@cml/domain/map"; // prettier-ignore
import type { CsvRow } from "@cml/formats";
import type { Deps } from "../../../deps";
import { geocodeAllLocally } from "../../geocoding/local";
import { openTable } from "../open-table";
import type { RowReader } from "../row-reader";

/** One row of a list: who, and the door LOCAL finds for them. */
export type PersonReadRow = { row: number; cells: () => Record<string, unknown> } & (
  { person: PersonRow; match: PersonMatch } | { reason: RejectReason; detail: string }
);

/** Doors are looked for while the rows before are written, so many at a time. */
const together = 100;

/** Reads people out of a table by the run's preset. Throws INVALID `import.*` when the file is gone or its columns will not do. */
export const openPeopleRows = async (deps: Deps, run: StoredImport): Promise<RowReader<PersonReadRow>> => {
  const { storageKey, fileName, options, checkpoint } = run;
  const table = await openTable(deps, { storageKey, fileName, csv: options.csv });
  const preset = options.people?.preset ?? detectPreset(table.headers);
  const mapping = options.people?.mapping ?? suggestPeopleMapping(table.headers, preset);
  const problem = peopleMappingProblem(mapping, table.headers);
  if (problem !== null) {
    await table.rows.return(undefined);
    throw new AppError("INVALID", `import.${problem.problem}`, { column: problem.column });
  }
  const rows = peopleOf(deps, table.rows, { mapping, preset, settled: checkpoint?.rows ?? 0 });
  return { rows, position: () => ({ share: table.share(), place: {} }) };
};

/** The first rows of a list as they would land; nothing is looked up in the queue, and nothing is written. */
export const readSomePeople = (deps: Deps, rows: readonly CsvRow[], reading: Omit<Reading, "settled">): Promise<PersonReadRow[]> => {
  const seen = new Set<string>();
  return withDoors(
    deps,
    rows.map((row) => ({ row, read: row.isRagged ? { reason: "badRow" as const, detail: "" } : readOnce(row, { ...reading, seen }) })),
  );
};

type Reading = { mapping: PersonMapping; preset: PeoplePreset; settled: number };
type Plain = { row: CsvRow; read: { person: PersonRow } | { reason: RejectReason; detail: string } };

async function* peopleOf(deps: Deps, rows: AsyncGenerator<CsvRow>, { settled, ...reading }: Reading): AsyncGenerator<PersonReadRow | null> {
  // Who stood earlier in the file; those behind a checkpoint are read again for it.
  const seen = new Set<string>();
  let waiting: Plain[] = [];
  for await (const row of rows) {
    const read = row.isRagged ? { reason: "badRow" as const, detail: "" } : readOnce(row, { ...reading, seen });
    if (row.row <= settled) {
      if (row.row % 1_000 === 0) yield null;
      continue;
    }
    waiting.push({ row, read });
    if (waiting.length < together) continue;
    yield* await withDoors(deps, waiting);
    waiting = [];
  }
  yield* await withDoors(deps, waiting);
}

const readOnce = ({ cells }: CsvRow, { mapping, preset, seen }: Omit<Reading, "settled"> & { seen: Set<string> }): Plain["read"] => {
  const read = readPersonRow(cells, mapping, preset);
  if (!("person" in read)) return read;
  const { person } = read;
  const key = person.externalId ?? `${personKey(person)}|${person.email ?? ""}|${person.phone ?? ""}|${person.address}`;
  if (seen.has(key)) return { reason: "duplicateInFile", detail: person.externalId ?? person.address };
  seen.add(key);
  return read;
};

/** Households share an address: each is asked for once. */
const withDoors = async (deps: Deps, rows: readonly Plain[]): Promise<PersonReadRow[]> => {
  const questions = new Map(rows.flatMap(({ read }) => ("person" in read && read.person.question !== null ? [[JSON.stringify(read.person.question), read.person.question] as const] : []))); // prettier-ignore
  const answers = await geocodeAllLocally(
    deps.db,
    [...questions.values()].map((parts) => ({ parts })),
  );
  const byQuestion = new Map([...questions.keys()].map((key, index) => [key, answers[index]]));
  return rows.map(({ row, read }): PersonReadRow => {
    const about = { row: row.row, cells: () => row.cells };
    if (!("person" in read)) return { ...about, ...read };
    const { person } = read;
    const answer = person.question === null ? undefined : byQuestion.get(JSON.stringify(person.question));
    const match: PersonMatch =
      answer === undefined || person.question === null
        ? { reason: "noAddress", candidates: [] }
        : matchPerson(answer, { unitNumber: person.question.unitNumber ?? null });
    return { ...about, person, match };
  });
};

import { pipeline } from "node:stream/promises";
import { Readable } from "node:stream";
import type { PoolClient } from "pg";
import { from as copyFrom } from "pg-copy-streams";

export type CopyValue = string | number | bigint | boolean | Date | null;

type Target<C extends string> = { table: string; columns: readonly C[] };

/** Appends rows by COPY within the client's transaction; names are ours, values are escaped as the text format wants. */
export const copyRows = <C extends string>(client: PoolClient, target: Target<C>, rows: readonly Record<C, CopyValue>[]): Promise<void> =>
  copyCells(client, target, { rows, cellsOf: (row) => target.columns.map((column) => row[column]) });

/** The same for rows that are not worth an object each: `cellsOf` gives the columns' values in their order. */
export const copyCells = async <R>(
  client: PoolClient,
  { table, columns }: Target<string>,
  { rows, cellsOf }: { rows: readonly R[]; cellsOf: (row: R) => CopyValue[] },
): Promise<void> => {
  if (rows.length === 0) return;
  const names = columns.map((column) => `"${column}"`).join(", ");
  await pipeline(Readable.from(blocks(rows, cellsOf)), client.query(copyFrom(`COPY "${table}" (${names}) FROM STDIN`)));
};

const rowsPerBlock = 250;

// Written block by block while PostgreSQL takes the one before.
function* blocks<R>(rows: readonly R[], cellsOf: (row: R) => CopyValue[]): Generator<Buffer> {
  for (let start = 0; start < rows.length; start += rowsPerBlock) {
    const lines = rows.slice(start, start + rowsPerBlock).map((row) => cellsOf(row).map(copyCell).join("\t"));
    lines.push("");
    yield Buffer.from(lines.join("\n"));
  }
}

const escapes: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
const special = /[\\\t\n\r]/;

const copyCell = (value: CopyValue): string => {
  if (value === null) return "\\N";
  if (typeof value === "string") return special.test(value) ? value.replace(/[\\\t\n\r]/g, (char) => escapes[char] ?? char) : value;
  return value instanceof Date ? value.toISOString() : String(value);
};

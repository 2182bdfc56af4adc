import { pipeline } from "node:stream/promises";
import { Readable } from "node:stream";
import type { PoolClient } from "pg";
import { from as copyFrom } from "pg-copy-streams";

export type CopyValue = string | number | bigint | boolean | Date | null;

/** Appends rows by COPY within the client's transaction; names are ours, values are escaped as the text format wants. */
export const copyRows = async <C extends string>(
  client: PoolClient,
  { table, columns }: { table: string; columns: readonly C[] },
  rows: readonly Record<C, CopyValue>[],
): Promise<void> => {
  if (rows.length === 0) return;
  const names = columns.map((column) => `"${column}"`).join(", ");
  await pipeline(Readable.from(blocks(columns, rows)), client.query(copyFrom(`COPY "${table}" (${names}) FROM STDIN`)));
};

const rowsPerBlock = 250;

// Written block by block while PostgreSQL takes the one before.
function* blocks<C extends string>(columns: readonly C[], rows: readonly Record<C, CopyValue>[]): Generator<string> {
  let text = "";
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index];
    if (row === undefined) continue;
    for (let at = 0; at < columns.length; at += 1) {
      const column = columns[at];
      text += at === 0 ? "" : "\t";
      text += column === undefined ? "\\N" : copyCell(row[column]);
    }
    text += "\n";
    if ((index + 1) % rowsPerBlock === 0) {
      yield text;
      text = "";
    }
  }
  if (text !== "") yield text;
}

const escapes: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
const special = /[\\\t\n\r]/;

const copyCell = (value: CopyValue): string => {
  if (value === null) return "\\N";
  if (typeof value === "string") return special.test(value) ? value.replace(/[\\\t\n\r]/g, (char) => escapes[char] ?? char) : value;
  return value instanceof Date ? value.toISOString() : String(value);
};

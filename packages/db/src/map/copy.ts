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
  const text = rows.map((row) => `${columns.map((column) => copyCell(row[column])).join("\t")}\n`);
  await pipeline(Readable.from(blocks(text)), client.query(copyFrom(`COPY "${table}" (${names}) FROM STDIN`)));
};

function* blocks(lines: readonly string[]): Generator<string> {
  for (let start = 0; start < lines.length; start += 500) yield lines.slice(start, start + 500).join("");
}

const escapes: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

const copyCell = (value: CopyValue): string => {
  if (value === null) return "\\N";
  if (value instanceof Date) return value.toISOString();
  return typeof value === "string" ? value.replace(/[\\\t\n\r]/g, (char) => escapes[char] ?? char) : String(value);
};

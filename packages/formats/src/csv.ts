import { Readable } from "node:stream";
import { AppError } from "@cml/domain/kernel";
import { type CsvError, parse } from "csv-parse";
import { openBytes } from "./gunzip";
import { readText, type TextEncodingName } from "./text-encoding";

export type CsvRow = {
  /** Counts data rows from 1; the header is not one. */
  row: number;
  /** Cells by header; cells a short row lacks are missing. */
  cells: Record<string, string>;
  /** More or fewer cells than the header has. */
  isRagged: boolean;
};

export type CsvFile = {
  headers: string[];
  delimiter: string;
  encoding: () => TextEncodingName;
  /** Bytes of the stored file behind the rows given out so far (roughly: streams read ahead). */
  bytesRead: () => number;
  rows: AsyncGenerator<CsvRow>;
};

const sampleLength = 64 * 1024;
const longestRecord = 1024 * 1024;
const mostColumns = 1000;

/**
 * Opens a CSV of any common making: gzip or plain, UTF-8 with or without a byte order mark, UTF-16, Latin-1; comma, semicolon,
 * tab or bar; LF, CRLF or CR; newlines inside quotes. Nothing is held but the record being read.
 * Throws AppError INVALID `import.*` for a file that is no CSV; a broken quote ends the rows with the same.
 */
export const openCsv = async (source: Readable): Promise<CsvFile> => {
  const bytes = openBytes(source);
  const text = readText(bytes.stream);
  const sample = await takeSample(text.chunks);
  if (sample.trim() === "") throw new AppError("INVALID", "import.emptyFile");
  const delimiter = guessDelimiter(sample);
  const parser = parse({
    delimiter,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: longestRecord,
  });
  const feed = Readable.from(withHead(sample, text.chunks), { objectMode: true, highWaterMark: 2 });
  feed.on("error", (error) => parser.destroy(error));
  parser.on("close", () => bytes.stream.destroy());
  feed.pipe(parser);
  const records = parser[Symbol.asyncIterator]() as AsyncIterator<string[]>;
  const first = await nextRecord(records);
  if (first === null) throw new AppError("INVALID", "import.emptyFile");
  if (first.length > mostColumns) throw new AppError("INVALID", "import.tooManyColumns", { count: first.length, most: mostColumns });
  const headers = tidyHeaders(first);
  return { headers, delimiter, encoding: text.encoding, bytesRead: bytes.bytesRead, rows: rowsOf(records, headers) };
};

const takeSample = async (chunks: AsyncGenerator<string>): Promise<string> => {
  let sample = "";
  while (sample.length < sampleLength) {
    const next = await chunks.next();
    if (next.done === true) break;
    sample += next.value;
  }
  return sample.charCodeAt(0) === 0xfeff ? sample.slice(1) : sample;
};

async function* withHead(head: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  yield head;
  yield* rest;
}

async function* rowsOf(records: AsyncIterator<string[]>, headers: string[]): AsyncGenerator<CsvRow> {
  try {
    for (let row = 1; ; row += 1) {
      const record = await nextRecord(records);
      if (record === null) return;
      const cells: Record<string, string> = {};
      headers.forEach((header, index) => {
        const cell = record[index];
        if (cell !== undefined) cells[header] = cell;
      });
      yield { row, cells, isRagged: record.length !== headers.length };
    }
  } finally {
    await records.return?.();
  }
}

const nextRecord = async (records: AsyncIterator<string[]>): Promise<string[] | null> => {
  try {
    const next = await records.next();
    return next.done === true ? null : next.value;
  } catch (error) {
    if (!isCsvError(error)) throw error;
    // The parser counts the header too, so its number of whole records is the data row at fault.
    const row = typeof error["records"] === "number" ? error["records"] : 0;
    throw new AppError("INVALID", "import.brokenCsv", { row }, { cause: error, log: error.code });
  }
};

const isCsvError = (error: unknown): error is CsvError =>
  error instanceof Error && "code" in error && typeof error.code === "string" && error.code.startsWith("CSV_");

const candidates = [",", ";", "\t", "|"];

/** The candidate that occurs most often outside quotes in the header record. */
const guessDelimiter = (sample: string): string => {
  const counts = new Map(candidates.map((candidate) => [candidate, 0]));
  let quoted = false;
  for (const char of sample) {
    if (char === '"') quoted = !quoted;
    else if (!quoted && (char === "\n" || char === "\r")) break;
    else if (!quoted && counts.has(char)) counts.set(char, (counts.get(char) ?? 0) + 1);
  }
  return candidates.reduce((best, candidate) => ((counts.get(candidate) ?? 0) > (counts.get(best) ?? 0) ? candidate : best), ",");
};

/** Blank headers get their column's number, repeated ones a count, so that every column can be named. */
const tidyHeaders = (record: string[]): string[] => {
  const seen = new Map<string, number>();
  return record.map((header, index) => {
    const name = header.trim() === "" ? `column ${index + 1}` : header.trim();
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
};

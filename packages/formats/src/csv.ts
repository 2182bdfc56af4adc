import { Readable } from "node:stream";
import { AppError, isAppError } from "@cml/domain/kernel";
import { parse } from "csv-parse";
import { type CsvReading, guessDelimiter, guessQuote, looksLikeHeader } from "./csv-look";
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
  quote: string;
  /** False: the columns have numbers for names, and the first record is the first row. */
  hasHeader: boolean;
  encoding: () => TextEncodingName;
  /** Bytes of the stored file behind the rows given out so far (roughly: streams read ahead). */
  bytesRead: () => number;
  rows: AsyncGenerator<CsvRow>;
};

const sampleLength = 64 * 1024;
const longestRecord = 1024 * 1024;
const mostColumns = 1000;

type Options = Partial<CsvReading> & { encoding?: TextEncodingName | null };

/**
 * Opens a CSV of any common making: gzip or plain, UTF-8 with or without a byte order mark, UTF-16, Latin-1; comma, semicolon,
 * tab or bar; double or single quotes; LF, CRLF or CR; newlines inside quotes; with or without a header. What is not said is found by
 * looking. Nothing is held but the record being read.
 * Throws AppError INVALID `import.*` for a file that is no CSV; a broken quote or a cut archive ends the rows with the same.
 */
export const openCsv = async (source: Readable, reading: Options = {}): Promise<CsvFile> => {
  const bytes = openBytes(source);
  const text = readText(bytes.stream, reading.encoding ?? null);
  const sample = await named(() => takeSample(text.chunks), 0);
  if (sample.trim() === "") throw new AppError("INVALID", "import.emptyFile");
  if ((reading.encoding ?? null) === null && isNoText(sample)) throw new AppError("INVALID", "import.notTable");
  const quote = reading.quote ?? guessQuote(sample);
  const delimiter = reading.delimiter ?? guessDelimiter(sample, quote);
  const parser = parse({
    delimiter,
    quote,
    escape: quote,
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
  const first = await nextRecord(records, 0);
  if (first === null) throw new AppError("INVALID", "import.emptyFile");
  if (first.length > mostColumns) throw new AppError("INVALID", "import.tooManyColumns", { count: first.length, most: mostColumns });
  const second = await nextRecord(records, 1);
  const hasHeader = reading.headerRow ?? looksLikeHeader(first, second);
  const headers = hasHeader ? tidyHeaders(first) : tidyHeaders(first.map(() => ""));
  const ahead = [...(hasHeader ? [] : [first]), ...(second === null ? [] : [second])];
  const rows = rowsOf({ records, ahead, isEmpty: second === null }, headers);
  return { headers, delimiter, quote, hasHeader, encoding: text.encoding, bytesRead: bytes.bytesRead, rows };
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

/** A picture, a PDF or an old spreadsheet read as text is full of control characters; a stray one in a table is not. */
const isNoText = (sample: string): boolean => (sample.match(controls)?.length ?? 0) > Math.max(3, sample.length / 100);
const controls = /(?![\t\n\v\f\r])\p{Cc}/gu;

async function* withHead(head: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  yield head;
  yield* rest;
}

type Records = { records: AsyncIterator<string[]>; ahead: string[][]; isEmpty: boolean };

async function* rowsOf({ records, ahead, isEmpty }: Records, headers: string[]): AsyncGenerator<CsvRow> {
  try {
    for (let row = 1; ; row += 1) {
      const record = ahead.shift() ?? (isEmpty ? null : await nextRecord(records, row));
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

const nextRecord = async (records: AsyncIterator<string[]>, row: number): Promise<string[] | null> => {
  const next = await named(() => records.next(), row);
  return next.done === true ? null : next.value;
};

/** What a broken file throws, in words that name the row at fault. */
const named = async <T>(read: () => Promise<T>, row: number): Promise<T> => {
  try {
    return await read();
  } catch (error) {
    if (isAppError(error) && error.messageKey === "import.brokenPacking")
      throw new AppError("INVALID", "import.brokenGzip", { row: Math.max(1, row) }, { cause: error });
    if (!(error instanceof Error && "code" in error && typeof error.code === "string") || !error.code.startsWith("CSV_")) throw error;
    const isLong = error.code === "CSV_MAX_RECORD_SIZE";
    // The parser has counted the whole records before, the header too; those it had ready no longer come.
    const whole = "records" in error && typeof error.records === "number" ? error.records : row;
    throw new AppError("INVALID", isLong ? "import.longRecord" : "import.brokenCsv", { row: whole }, { cause: error, log: error.code });
  }
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

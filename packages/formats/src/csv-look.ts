/** How a table is written; null is found by looking. */
export type CsvReading = {
  delimiter: string | null;
  quote: string | null;
  /** Whether the first record names the columns. */
  headerRow: boolean | null;
};

export const csvDelimiters = [",", ";", "\t", "|"] as const;

const lookedAt = 30;

/** The single quotation mark, where cells are wrapped in it and none in the double one: an apostrophe within a word is no quotation. */
export const guessQuote = (sample: string): string => {
  const wrapped = (quote: string): number => sample.match(new RegExp(`(?<=^|[,;\\t|\\r\\n])${quote}[^${quote}\\r\\n]*${quote}(?=[,;\\t|\\r\\n]|$)`, "g"))?.length ?? 0; // prettier-ignore
  return wrapped('"') === 0 && wrapped("'") > 1 ? "'" : '"';
};

/** The candidate that divides the first records into equally many cells; the more cells the better. */
export const guessDelimiter = (sample: string, quote: string): string => {
  const [first, ...others] = firstRecords(sample, quote);
  if (first === undefined) return ",";
  const worth = (delimiter: string): number => {
    const wanted = countOf(first, delimiter);
    if (wanted === 0) return 0;
    const alike = others.filter((record) => countOf(record, delimiter) === wanted).length;
    return (others.length === 0 ? 1 : alike / others.length) * 1_000 + wanted;
  };
  return csvDelimiters.reduce<string>((best, delimiter) => (worth(delimiter) > worth(best) ? delimiter : best), ",");
};

/** Records of a sample without what stands between quotation marks; the last one, which may be cut off, is left out when there are others. */
const firstRecords = (sample: string, quote: string): string[] => {
  const records: string[] = [];
  let record = "";
  let isQuoted = false;
  for (const char of sample) {
    if (char === quote) isQuoted = !isQuoted;
    else if (!isQuoted && (char === "\n" || char === "\r")) {
      if (record.trim() !== "") records.push(record);
      if (records.length === lookedAt) return records;
      record = "";
    } else if (!isQuoted) record += char;
  }
  return records.length === 0 && record !== "" ? [record] : records;
};

const countOf = (record: string, delimiter: string): number => record.split(delimiter).length - 1;

const number = /^[+-]?\d+([.,]\d+)?$/;
const postalCode = /^[A-Za-z]\d[A-Za-z][ -]?\d[A-Za-z]\d$/;
const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-/i;
const year = /^(19|20)\d\d$/;
const isValue = (cell: string): boolean => [number, postalCode, guid].some((shape) => shape.test(cell.trim()));

/**
 * Whether a first record names columns: it does unless it holds about as many numbers, postal codes and ids as the second one. Years
 * at the head of columns are not enough.
 */
export const looksLikeHeader = (first: readonly string[], second: readonly string[] | null): boolean => {
  const values = first.filter((cell) => isValue(cell) && !year.test(cell.trim())).length;
  const wanted = second === null ? first.filter((cell) => cell.trim() !== "").length : second.filter(isValue).length;
  return values === 0 || values * 2 <= wanted;
};

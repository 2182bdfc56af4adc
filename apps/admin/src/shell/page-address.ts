/** Reads what stands behind the `?`: texts as they are. Links of older releases carry some of them in quotes (`support="1"`). */
export const readAddress = (search: string): Record<string, string> =>
  Object.fromEntries([...new URLSearchParams(search)].map(([name, text]) => [name, isQuoted(text) ? unquoted(text) : text]));

/** The other way: short enough to be read to somebody, commas included. A text in quotes of its own is quoted once more. */
export const writeAddress = (values: Record<string, unknown>): string => {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    const text = textIn(value);
    if (text !== "") params.set(name, isQuoted(text) ? JSON.stringify(text) : text);
  }
  const written = params.toString().replaceAll("%2C", ",").replaceAll("%2F", "/").replaceAll("%3A", ":");
  return written === "" ? "" : `?${written}`;
};

const textIn = (value: unknown): string =>
  typeof value === "string" ? value : typeof value === "number" || typeof value === "boolean" ? String(value) : "";

const isQuoted = (text: string): boolean => text.length >= 2 && text.startsWith('"') && text.endsWith('"');

const unquoted = (text: string): string => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "string" ? value : text;
  } catch {
    // Somebody typed the quotes.
    return text;
  }
};

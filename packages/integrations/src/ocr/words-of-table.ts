import type { PictureWord } from "@cml/domain/influence";

// Columns of Tesseract's table: level, page, block, paragraph, line, word, left, top, width, height, confidence, text.
const page = 1;
const word = 5;

/** Tesseract's tab-separated table as words; places become shares of the page, whose size is its first row. */
export const wordsOfTable = (table: string): PictureWord[] => {
  const rows = table.split("\n").map((row) => row.split("\t"));
  const numberAt = (row: readonly string[], column: number): number => Number(row[column] ?? 0);
  const size = rows.find((row) => numberAt(row, 0) === page);
  if (size === undefined) return [];
  const [width, height] = [numberAt(size, 8), numberAt(size, 9)];
  const lines = new Map<string, number>();
  return rows
    .filter((row) => numberAt(row, 0) === word && (row[11] ?? "").trim() !== "")
    .map((row) => {
      const key = row.slice(1, 5).join();
      const line = lines.get(key) ?? lines.size;
      lines.set(key, line);
      const [left, top, wide, high] = [numberAt(row, 6), numberAt(row, 7), numberAt(row, 8), numberAt(row, 9)];
      return { text: (row[11] ?? "").trim(), line, box: [left / width, top / height, wide / width, high / height] };
    });
};

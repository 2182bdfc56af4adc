import type { CsvRow } from "@cml/formats";

/** The first rows of a table, whose reader then stops. */
export const takeRows = async (rows: AsyncGenerator<CsvRow>, most: number): Promise<CsvRow[]> => {
  const taken: CsvRow[] = [];
  for await (const row of rows) {
    taken.push(row);
    if (taken.length === most) break;
  }
  return taken;
};

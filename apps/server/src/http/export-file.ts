export const types = { csv: "text/csv; charset=utf-8", geojson: "application/geo+json; charset=utf-8" };
// Spreadsheets read a CSV file as UTF-8 only when it says so; in JSON the mark would be an error.
export const beginnings = { csv: "\uFEFF", geojson: "" };

type Pieces = { first: IteratorResult<string>; pieces: AsyncGenerator<string> };

/** A file from its first piece on. */
export async function* fileOf(beginning: string, { first, pieces }: Pieces): AsyncGenerator<string> {
  try {
    yield beginning + (first.done === true ? "" : first.value);
    yield* pieces;
  } finally {
    // A reader who goes away ends the export too, which writes down how far it came.
    await pieces.return(undefined);
  }
}

// Spreadsheets read a CSV file as UTF-8 only when it says so.
const byteOrderMark = "\uFEFF";
const pieceLength = 32_768;

/** Many lines of a CSV file at once: a piece for each would be all overhead. */
export async function* csvPieces(heading: string, lines: AsyncGenerator<string>): AsyncGenerator<string> {
  let piece = byteOrderMark + heading;
  for await (const line of lines) {
    piece += line;
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = "";
  }
  if (piece !== "") yield piece;
}

import type { ReaderPosition, RowReader } from "./row-reader";

// Few rows at first, so that somebody sees soon that it runs; never so many that a cancelled run goes on for seconds.
const firstRows = 2_000;
const mostRows = 2_000;
const leastRows = 250;
const wantedMs = 700;
const longestPullMs = 1_000;

export type ChunkSizer = { rows: () => number; learn: (rows: number, milliseconds: number) => void };

/** How many rows make a chunk: as many as commit in well under a second on this machine. */
export const chunkSizer = (): ChunkSizer => {
  let size = firstRows;
  return {
    rows: () => size,
    learn: (rows, milliseconds) => {
      if (milliseconds > 2 * wantedMs) size = Math.max(leastRows, Math.floor(size / 2));
      else if (rows >= size && milliseconds < wantedMs / 2) size = Math.min(mostRows, size * 2);
    },
  };
};

export type Chunk<Row> = { rows: Row[]; position: ReaderPosition };

/** Rows by the chunk; the next one is read while the caller works on the one before. A chunk without rows only moves the position. */
export async function* pullChunks<Row>(reader: RowReader<Row>, sizer: ChunkSizer): AsyncGenerator<Chunk<Row>> {
  let next = pull(reader, sizer.rows());
  for (;;) {
    const { isLast, ...chunk } = await next;
    if (!isLast) {
      next = pull(reader, sizer.rows());
      // Whoever awaits it hears of an error; until then nobody else must.
      next.catch(() => undefined);
    }
    if (chunk.rows.length > 0 || !isLast) yield chunk;
    if (isLast) return;
  }
}

const pull = async <Row>({ rows, position }: RowReader<Row>, most: number): Promise<Chunk<Row> & { isLast: boolean }> => {
  const taken: Row[] = [];
  const begun = performance.now();
  for (;;) {
    const next = await rows.next();
    if (next.done === true) return { rows: taken, position: position(), isLast: true };
    if (next.value !== null) taken.push(next.value);
    const isBreath = next.value === null && performance.now() - begun > longestPullMs;
    if (taken.length >= most || isBreath) return { rows: taken, position: position(), isLast: false };
  }
};

type Waiting<I, O> = { item: I; resolve: (answer: O) => void; reject: (error: unknown) => void };

/**
 * Turns many small calls into few large ones: what is asked while one flush runs goes into the next, so a lone call waits for
 * nobody and a crowd shares statements. `flush` answers in the order of its items. When a flush of several fails, each is tried
 * alone, so that one bad item does not take the others with it.
 */
export const combine = <I, O>(flush: (items: I[]) => Promise<O[]>, { atMost = 200 } = {}): ((item: I) => Promise<O>) => {
  const waiting: Waiting<I, O>[] = [];
  let busy = false;

  const flushOne = async ({ item, resolve, reject }: Waiting<I, O>): Promise<void> => {
    await flush([item]).then(([answer]) => resolve(answer as O), reject);
  };

  const flushBatch = async (batch: Waiting<I, O>[]): Promise<void> => {
    try {
      const answers = await flush(batch.map(({ item }) => item));
      batch.forEach(({ resolve }, place) => resolve(answers[place] as O));
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(error);
      else for (const one of batch) await flushOne(one);
    }
  };

  const run = async (): Promise<void> => {
    while (waiting.length > 0) await flushBatch(waiting.splice(0, atMost));
    busy = false;
  };

  return (item) =>
    new Promise<O>((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (busy) return;
      busy = true;
      // What is asked in the same turn of the event loop goes along.
      setImmediate(() => void run());
    });
};

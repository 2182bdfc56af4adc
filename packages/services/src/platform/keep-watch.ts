/** Work that goes on as long as a process lives. */
export type Watch = { stop: () => Promise<void> };

/** Begins a watch; `stop` tells it to end, and waits until it has. */
export const keepWatch = (work: (stopping: AbortSignal) => Promise<void>): Watch => {
  const stopping = new AbortController();
  const running = work(stopping.signal);
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
};

/** Waits so long, or until the signal says that nobody waits any more. */
export const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener("abort", done);
  });

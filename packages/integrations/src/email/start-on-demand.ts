import { Readable } from "node:stream";

/**
 * A stream of `bytes` that is first read when the receiver wants it; `onStart` is awaited before the first byte leaves,
 * and its failure destroys the stream with nothing sent.
 */
export const startOnDemand = (bytes: Buffer, onStart: () => Promise<void> = async () => undefined) => {
  let began = false;
  let starting: Promise<void> | null = null;
  let failure: { error: unknown } | null = null;

  const start = async (stream: Readable): Promise<void> => {
    try {
      await onStart();
    } catch (error) {
      failure = { error };
      stream.destroy(error instanceof Error ? error : new Error(String(error)));
      return;
    }
    // The connection may have died while the mark was written; then nothing leaves any more.
    if (stream.destroyed) return;
    began = true;
    stream.push(bytes);
    stream.push(null);
  };

  const stream = new Readable({
    read() {
      starting ??= start(this);
    },
  });
  // A destroyed stream reports its error to the sender; without a listener of our own it would also be thrown.
  stream.on("error", () => undefined);

  /** Ends the stream for good and tells whether a byte was let go. Throws what `onStart` threw. */
  const settled = async (): Promise<boolean> => {
    stream.destroy();
    await starting;
    if (failure !== null) throw failure.error;
    return began;
  };
  return { stream, settled };
};

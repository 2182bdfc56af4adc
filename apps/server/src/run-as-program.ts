import { StartError } from "@cml/runtime";

/** A program's main function: what stops it is told in one sentence (a bug with its stack), with exit code 1. */
export const runAsProgram = async (main: () => Promise<void>): Promise<void> => {
  try {
    await main();
  } catch (error) {
    const text = error instanceof StartError ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`${text}\n`);
    process.exitCode = 1;
  }
};

/** Ctrl-C, SIGTERM or a closed terminal stop everything once; asking again while it stops changes nothing. */
export const stopOnSignals = (stop: () => Promise<void>): void => {
  let stopping = false;
  const onSignal = (): void => {
    if (stopping) return;
    stopping = true;
    // What cannot be stopped in time must not keep the process; jobs in hand come back after the next start.
    setTimeout(() => process.exit(1), 30_000).unref();
    void stop().then(
      () => process.exit(process.exitCode ?? 0),
      () => process.exit(1),
    );
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, onSignal);
};

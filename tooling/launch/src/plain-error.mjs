/** What stops a command, as one plain sentence that names the thing at fault and the way out. */
export class PlainError extends Error {}

/** Runs a command's main function; whatever ends it is printed as one sentence (a bug with its stack), with exit code 1. */
export const runPlainly = async (main) => {
  try {
    await main();
  } catch (error) {
    const expected = error instanceof PlainError || error?.name === "StartError";
    process.stderr.write(`${expected ? error.message : (error?.stack ?? String(error))}\n`);
    process.exitCode = 1;
  }
};

/**
 * The code of a failed call of the in-process API ("NOT_FOUND", "CONFLICT" …), read from its shape: the renderer is a
 * bundle of its own, so the server's error classes are not its own classes.
 */
const failureCode = (error: unknown): string | null => {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return null;
  return error.code;
};

/** The answer, or null where there is nothing (or nothing any more) at the address; every other failure is passed on. */
export const orNull = async <T>(answer: Promise<T>): Promise<T | null> =>
  answer.catch((error: unknown) => {
    if (["NOT_FOUND", "BAD_REQUEST", "CONFLICT"].includes(failureCode(error) ?? "")) return null;
    throw error;
  });

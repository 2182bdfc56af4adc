/**
 * The code of a failed call of the in-process API ("NOT_FOUND", "CONFLICT" …), read from its shape: the renderer is a
 * bundle of its own, so the server's error classes are not its own classes.
 */
const failureCode = (error: unknown): string | null => {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return null;
  return error.code;
};

const nothingThere = ["NOT_FOUND", "BAD_REQUEST", "CONFLICT"];
// A page is drawn without what a directory does not answer, or what somebody asks for too often.
const notNow = [...nothingThere, "TOO_MANY_REQUESTS", "RATE_LIMITED", "BAD_GATEWAY", "UPSTREAM"];

const nullFor =
  (codes: readonly string[]) =>
  async <T>(answer: Promise<T>): Promise<T | null> =>
    answer.catch((error: unknown) => {
      if (codes.includes(failureCode(error) ?? "")) return null;
      throw error;
    });

/** The answer, or null where there is nothing (or nothing any more) at the address; every other failure is passed on. */
export const orNull = nullFor(nothingThere);
/** The same, and null too where the answer cannot be had at the moment. */
export const orNotNow = nullFor(notNow);
/** The same, and null too for somebody who is not let in, or no longer. */
export const orOutside = nullFor([...nothingThere, "UNAUTHORIZED", "UNAUTHENTICATED"]);

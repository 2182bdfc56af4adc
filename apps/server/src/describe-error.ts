/** For the log: what went wrong and where, without values (a database error's detail repeats the row). */
export const describeError = (error: unknown): { kind: string; message: string; code?: string; stack?: string } => {
  if (!(error instanceof Error)) return { kind: "NotAnError", message: typeof error };
  const code = "code" in error && typeof error.code === "string" ? { code: error.code } : {};
  return {
    kind: error.name,
    message: error.message.split("\n").at(-1) ?? "",
    ...code,
    ...(error.stack === undefined ? {} : { stack: error.stack }),
  };
};

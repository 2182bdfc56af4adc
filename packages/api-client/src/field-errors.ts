import { failureOf } from "./error-text";

/** The fields at fault as `@mantine/form` takes them in `setErrors`: path ("letter.subject") → sentence; the first of each wins. */
export const fieldErrors = (error: unknown): Record<string, string> => {
  const found: Record<string, string> = {};
  for (const { path, message } of failureOf(error).fields) found[path] ??= message;
  return found;
};

import { isAppError } from "@cml/domain/kernel";
import { errorText, type FieldIssue, fieldIssues } from "@cml/i18n";
import { initTRPC } from "@trpc/server";
import { ZodError } from "zod";
import type { Context } from "./context";
import type { Meta } from "./meta";
import { transformer } from "./transformer";

/** What a client is told: a sentence in the person's language, the key it came from, the fields at fault; no stack, no SQL. */
export type ErrorData = { messageKey: string; requestId: string; fields: FieldIssue[] };

export const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    transformer,
    isDev: false,
    errorFormatter: ({ shape, error, ctx }) => {
      const locale = ctx?.actor.locale ?? "en";
      const requestId = ctx?.actor.requestId ?? "";
      const { code, httpStatus, path } = shape.data;
      const told = tell(error.cause, error.code);
      return {
        code: shape.code,
        message: errorText(locale, told.messageKey, { ...told.params, requestId }),
        data: { code, httpStatus, path, messageKey: told.messageKey, requestId, fields: told.fields(locale) } satisfies ErrorData &
          Record<string, unknown>,
      };
    },
  });

const tell = (cause: unknown, code: string) => {
  if (isAppError(cause)) return { messageKey: cause.messageKey, params: cause.params, fields: (): FieldIssue[] => [] };
  if (cause instanceof ZodError)
    return { messageKey: "input.invalid", params: {}, fields: (locale: "en" | "fr") => fieldIssues(locale, cause.issues) };
  const byCode: Record<string, string> = {
    PARSE_ERROR: "input.malformed",
    BAD_REQUEST: "input.malformed",
    NOT_FOUND: "procedure.notFound",
    METHOD_NOT_SUPPORTED: "input.malformed",
    PAYLOAD_TOO_LARGE: "input.tooLarge",
  };
  return { messageKey: byCode[code] ?? "internal", params: {}, fields: (): FieldIssue[] => [] };
};

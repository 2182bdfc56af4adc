import type { Locale } from "@cml/domain/kernel";
import { en, fr } from "@cml/i18n/kernel";

/** What is known of a failed call; `status` is 0 when the server could not be reached. */
export type ApiFailure = {
  status: number;
  code: string;
  messageKey: string;
  message: string;
  requestId: string;
  fields: { path: string; message: string }[];
};

type Loose = Record<string, unknown>;

const isObject = (value: unknown): value is Loose => typeof value === "object" && value !== null;
const text = (value: unknown): string => (typeof value === "string" ? value : "");

/**
 * Reads the server's answer out of whatever a call threw. It looks at the shape, not at the class, so that it also works
 * for an error that came through another copy of the tRPC client.
 */
export const failureOf = (error: unknown): ApiFailure => {
  const outer = isObject(error) ? error : {};
  const data = isObject(outer["data"]) ? outer["data"] : {};
  const fields = Array.isArray(data["fields"]) ? data["fields"].filter(isObject) : [];
  return {
    status: typeof data["httpStatus"] === "number" ? data["httpStatus"] : 0,
    code: text(data["code"]),
    messageKey: text(data["messageKey"]),
    message: text(data["messageKey"]) === "" ? "" : text(outer["message"]),
    requestId: text(data["requestId"]),
    fields: fields.map((field) => ({ path: text(field["path"]), message: text(field["message"]) })),
  };
};

/** One sentence for the person: the server's own words, or why there are none. */
export const errorMessage = (error: unknown, locale: Locale = "en"): string => {
  const failure = failureOf(error);
  if (failure.message !== "") return failure.message;
  const { errors } = locale === "fr" ? fr : en;
  return failure.status === 0 ? errors.offline : errors.internal.replace("{{requestId}}", failure.requestId || "–");
};

/** The server understood and said no: asking again in the same way changes nothing. */
export const isRefused = (error: unknown): boolean => {
  const { status } = failureOf(error);
  return status >= 400 && status < 500;
};

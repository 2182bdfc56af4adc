import { errorMessage, failureOf } from "@cml/api-client";
import type { Locale } from "@cml/domain/kernel";
import type { Texts } from "../../../texts/texts";
import type { FlowEvent, FlowField } from "./letter-flow";

// What the server calls a field, where the panel's own name is another.
const fieldNames: Record<string, FlowField> = {
  subject: "subject",
  message: "body",
  body: "body",
  personal: "personal",
  name: "name",
  email: "email",
  street: "street",
  postalCode: "code",
  targetIds: "people",
};

/** A failed call as the panel tells it: one sentence, and those beside the fields that the server named. */
export const failureEvent = (error: unknown, { t, locale }: { t: Texts; locale: Locale }): Extract<FlowEvent, { type: "failed" }> => {
  const failure = failureOf(error);
  const problem = failure.status === 0 ? t("form.offline") : errorMessage(error, locale);
  const fields: Partial<Record<FlowField, string>> = {};
  for (const { path, message } of failure.fields) {
    const field = fieldNames[path.split(".")[0] ?? ""];
    if (field !== undefined) fields[field] ??= message;
  }
  return { type: "failed", problem, fields };
};

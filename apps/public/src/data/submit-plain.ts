import type { PublicApi } from "@cml/api-client/public";
import type { Locale } from "@cml/domain/kernel";
import { errorText } from "@cml/i18n";
import type { PlainAnswer, PlainSubmission } from "../features/campaigns/panel/plain-submission";

/** Submits what a plain form told; what the server refuses comes back as a sentence for the form, anything else is thrown. */
export const submitPlain = async (api: PublicApi, submission: PlainSubmission): Promise<PlainAnswer> => {
  try {
    const answer = await api.influence.letters.submit(submission);
    switch (answer.state) {
      case "CONFIRM":
        return { kind: "confirm" };
      case "PROVE":
        return { kind: "prove" };
      case "OPENED":
        return { kind: "opened", receiptToken: answer.receiptToken, letters: answer.letters };
      case "QUEUED":
      case "PRINTED":
        return { kind: "receipt", receiptToken: answer.receiptToken };
    }
  } catch (error) {
    const refused = refusalWords(error, submission.locale);
    if (refused === null) throw error;
    return { kind: "refused", ...refused };
  }
};

const statusOf: Record<string, number> = { BAD_REQUEST: 400, NOT_FOUND: 404, CONFLICT: 409, TOO_MANY_REQUESTS: 429, BAD_GATEWAY: 502 };

/** Read by its shape: the renderer is a bundle of its own, so the server's error classes are not its own classes. */
export const refusalWords = (error: unknown, locale: Locale): { status: number; words: string } | null => {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return null;
  const status = statusOf[error.code];
  if (status === undefined) return null;
  const cause = (error.cause ?? {}) as { messageKey?: unknown; params?: Record<string, string | number> };
  const key = typeof cause.messageKey === "string" ? cause.messageKey : "input.invalid";
  return { status, words: errorText(locale, key, cause.params ?? {}) };
};

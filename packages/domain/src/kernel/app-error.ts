/** The closed list of ways a request can fail; routers map each to a tRPC code and an HTTP status. */
export const appErrorCodes = ["INVALID", "NOT_FOUND", "CONFLICT", "FORBIDDEN", "UNAUTHENTICATED", "RATE_LIMITED", "UPSTREAM"] as const;
export type AppErrorCode = (typeof appErrorCodes)[number];

export type ErrorParams = Readonly<Record<string, string | number>>;

/** For the log only: never shown to a person. */
export type ErrorDetails = { log?: string; cause?: unknown };

/**
 * A failure a person can do something about. `messageKey` names a sentence in the i18n catalogue (`errors.<messageKey>`),
 * filled with `params` and translated at the edge.
 */
export class AppError extends Error {
  readonly code: AppErrorCode;
  readonly messageKey: string;
  readonly params: ErrorParams;
  readonly log: string | undefined;

  // eslint-disable-next-line max-params -- code and key are named in every throw; an object would only repeat them
  constructor(code: AppErrorCode, messageKey: string, params: ErrorParams = {}, details: ErrorDetails = {}) {
    super(messageKey, { cause: details.cause });
    this.name = "AppError";
    this.code = code;
    this.messageKey = messageKey;
    this.params = params;
    this.log = details.log;
  }
}

export const isAppError = (error: unknown): error is AppError => error instanceof AppError;

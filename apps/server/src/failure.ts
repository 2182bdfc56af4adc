import { type AppErrorCode, type ErrorParams, isAppError } from "@cml/domain/kernel";
import type { TRPC_ERROR_CODE_KEY } from "@trpc/server/rpc";

/** A failed request as it may be told to anybody: no stack, no SQL. */
export type Failure = { status: number; code: TRPC_ERROR_CODE_KEY; messageKey: string; params: ErrorParams };

const byAppError: Record<AppErrorCode, Pick<Failure, "status" | "code">> = {
  INVALID: { status: 400, code: "BAD_REQUEST" },
  UNAUTHENTICATED: { status: 401, code: "UNAUTHORIZED" },
  FORBIDDEN: { status: 403, code: "FORBIDDEN" },
  NOT_FOUND: { status: 404, code: "NOT_FOUND" },
  CONFLICT: { status: 409, code: "CONFLICT" },
  RATE_LIMITED: { status: 429, code: "TOO_MANY_REQUESTS" },
  UPSTREAM: { status: 502, code: "BAD_GATEWAY" },
};

const malformed = { code: "BAD_REQUEST", messageKey: "input.malformed", params: {} } as const;

// What Fastify itself refuses, by status.
const byStatus: Record<number, Omit<Failure, "status">> = {
  404: { code: "NOT_FOUND", messageKey: "procedure.notFound", params: {} },
  413: { code: "PAYLOAD_TOO_LARGE", messageKey: "input.tooLarge", params: {} },
  414: { code: "BAD_REQUEST", messageKey: "request.addressTooLong", params: {} },
  415: { code: "UNSUPPORTED_MEDIA_TYPE", messageKey: "input.malformed", params: {} },
  503: { code: "SERVICE_UNAVAILABLE", messageKey: "request.notReady", params: {} },
};

const statusOf = (error: unknown): number => {
  const status = typeof error === "object" && error !== null && "statusCode" in error ? Number(error.statusCode) : 500;
  return Number.isInteger(status) && status >= 400 && status < 600 ? status : 500;
};

export const readFailure = (error: unknown): Failure => {
  if (isAppError(error)) return { ...byAppError[error.code], messageKey: error.messageKey, params: error.params };
  const status = statusOf(error);
  const known = byStatus[status];
  if (known !== undefined) return { status, ...known };
  if (status < 500) return { status, ...malformed };
  return { status: 500, code: "INTERNAL_SERVER_ERROR", messageKey: "internal", params: {} };
};

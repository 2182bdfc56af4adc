import { type AppErrorCode, isAppError } from "@cml/domain/kernel";
import { TRPCError } from "@trpc/server";
import type { TRPC_ERROR_CODE_KEY } from "@trpc/server/rpc";

const trpcCodeOf: Record<AppErrorCode, TRPC_ERROR_CODE_KEY> = {
  INVALID: "BAD_REQUEST",
  NOT_FOUND: "NOT_FOUND",
  CONFLICT: "CONFLICT",
  FORBIDDEN: "FORBIDDEN",
  UNAUTHENTICATED: "UNAUTHORIZED",
  RATE_LIMITED: "TOO_MANY_REQUESTS",
  UPSTREAM: "BAD_GATEWAY",
};

/** An AppError as the tRPC error that carries it; anything else is passed on and hidden by the formatter. */
export const toTrpcError = (error: unknown): unknown =>
  isAppError(error) ? new TRPCError({ code: trpcCodeOf[error.code], message: error.messageKey, cause: error }) : error;

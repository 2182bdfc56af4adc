import { errorText } from "@cml/i18n";
import type { Deps } from "@cml/services";
import { TRPC_ERROR_CODES_BY_KEY } from "@trpc/server/rpc";
import type { FastifyReply, FastifyRequest } from "fastify";
import { describeError } from "./describe-error";
import { type Failure, readFailure } from "./failure";
import { failurePage } from "./http/failure-page";
import { localeOf } from "./request-facts";
import type { SendPage } from "./send-page";

export type TellFailure = (error: unknown, request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

/** Answers whatever failed outside a procedure: as tRPC tells it, as JSON, or as a page, in the person's language. */
export const createTellFailure =
  ({ logger, config }: Pick<Deps, "logger" | "config">, sendPage: SendPage): TellFailure =>
  async (error, request, reply) => {
    const failure = readFailure(error);
    if (failure.status >= 500) {
      logger.error({ requestId: request.id, route: request.routeOptions.url ?? "none", error: describeError(error) }, "request failed");
    }
    const locale = localeOf(request, config.defaultLocale);
    const message = errorText(locale, failure.messageKey, { ...failure.params, requestId: request.id });
    reply.code(failure.status);
    if (request.url.startsWith("/trpc/")) return reply.send(asTrpc(failure, message, request));
    if (request.method === "GET" && request.headers.accept?.includes("text/html") === true) {
      return sendPage(reply, { status: failure.status, body: () => failurePage(locale, message) });
    }
    return reply.send({ error: { message, messageKey: failure.messageKey, requestId: request.id } });
  };

// The envelope of the surfaces' error formatter after superjson, so that clients read one form only.
const asTrpc = ({ code, status, messageKey }: Failure, message: string, request: FastifyRequest): unknown => {
  const data = { code, httpStatus: status, messageKey, requestId: request.id, fields: [] };
  const answer = { error: { json: { message, code: TRPC_ERROR_CODES_BY_KEY[code], data } } };
  const [path = "", search = ""] = request.url.split("?");
  return new URLSearchParams(search).get("batch") === "1"
    ? path
        .replace(/%2c/gi, ",")
        .split(",")
        .map(() => answer)
    : answer;
};

import type { Actor } from "@cml/domain/kernel";
import { AppError } from "@cml/domain/kernel";
import type { Context } from "@cml/routers";
import type { Deps } from "@cml/services";
import type { AnyRouter, TRPCError } from "@trpc/server";
import { fastifyRequestHandler } from "@trpc/server/adapters/fastify";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { SessionCookie } from "../cookies";
import { describeError } from "../describe-error";
import type { ActorOf } from "../identify";
import { originCheck } from "../plugins/origin-check";
import { type Budget, rateLimit } from "../plugins/rate-limit";
import { answerQueries, readQueries } from "./answer-query";

export type Surface = Budget & {
  prefix: string;
  router: AnyRouter;
  /** Calls in one request at most. */
  maxBatchSize: number;
  /** Bytes of one request at most. */
  bodyLimit: number;
};

type Parts = { deps: Deps; cookie: SessionCookie; actorOf: ActorOf; rateLimitFactor: number };

/** Puts one tRPC router behind its address, with its own limits; every surface refuses changes asked by pages of other sites. */
export const mountSurface = async (
  app: FastifyInstance,
  surface: Surface,
  { deps, cookie, actorOf, rateLimitFactor }: Parts,
): Promise<void> => {
  await app.register(
    async (scope) => {
      // tRPC reads the text itself, so that malformed JSON is told like any other bad input.
      scope.removeContentTypeParser("application/json");
      scope.addContentTypeParser("application/json", { parseAs: "string", bodyLimit: surface.bodyLimit }, (_request, body, done) =>
        done(null, body),
      );
      scope.addHook("onRequest", rateLimit(deps, { name: surface.name, perMinute: surface.perMinute * rateLimitFactor }));
      scope.addHook("onRequest", originCheck(deps.config));
      scope.route({ method: ["GET", "POST"], url: "/*", handler: (request, reply) => answer(request, reply) });
    },
    { prefix: surface.prefix },
  );

  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const path = (request.params as { "*": string })["*"];
    const search = new URLSearchParams(request.url.slice(request.url.indexOf("?") + 1 || request.url.length));
    if (search.get("batch") === "1" && path.split(",").length > surface.maxBatchSize) throw new AppError("INVALID", "input.tooLarge");
    const context = contextOf(await actorOf(request), reply);
    reply.header("cache-control", "no-store");
    const queries = isPlainGet(request) ? readQueries(surface.router, { path, search }) : null;
    if (queries === null) return stock(request, reply, { path, context });
    const signal = AbortSignal.timeout(60_000);
    const answered = await answerQueries(
      surface.router,
      { ...queries, input: search.get("input"), signal },
      { ctx: context, onFailure: (error, at) => report(request, error, at) },
    );
    return reply.code(answered.status).type("application/json").header("vary", "trpc-accept, accept").send(answered.body);
  };

  const stock = (request: FastifyRequest, reply: FastifyReply, { path, context }: { path: string; context: Context }): Promise<void> =>
    fastifyRequestHandler({
      req: request,
      res: reply,
      path: encodeURIComponent(path),
      router: surface.router,
      maxBatchSize: surface.maxBatchSize,
      createContext: () => context,
      onError: ({ error, path: at }) => report(request, error, at ?? ""),
    });

  const contextOf = (actor: Actor, reply: FastifyReply): Context => ({
    deps,
    actor,
    setSessionCookie: (session) => cookie.write(reply, session),
  });

  const report = (request: FastifyRequest, error: TRPCError, path: string): void => {
    const facts = { requestId: request.id, surface: surface.name, path, code: error.code };
    if (error.code === "INTERNAL_SERVER_ERROR")
      deps.logger.error({ ...facts, error: describeError(error.cause ?? error) }, "procedure failed");
    else deps.logger.debug(facts, "procedure refused");
  };
};

// Streams and other bodies than JSON are for tRPC's own adapter.
const isPlainGet = ({ method, headers }: FastifyRequest): boolean =>
  method === "GET" &&
  headers["trpc-accept"] === undefined &&
  headers.accept?.includes("application/jsonl") !== true &&
  (headers["content-type"] === undefined || headers["content-type"].startsWith("application/json"));

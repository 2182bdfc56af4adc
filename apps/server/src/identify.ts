import { type Actor, AppError } from "@cml/domain/kernel";
import type { Deps } from "@cml/services";
import { resolveActor } from "@cml/services/auth";
import type { FastifyRequest } from "fastify";
import type { SessionCookie } from "./cookies";
import { factsOf } from "./request-facts";

/** Who makes the request: by bearer token, else by session cookie, else nobody. Throws AppError when a token is not valid. */
export type ActorOf = (request: FastifyRequest) => Promise<Actor>;

/** Each request is asked for its account once, however many calls it carries. */
export const createActorOf = (deps: Deps, cookie: SessionCookie): ActorOf => {
  const asked = new WeakMap<FastifyRequest, Promise<Actor>>();
  return (request) => {
    const before = asked.get(request);
    if (before !== undefined) return before;
    const actor = resolveActor(deps, factsOf(deps, request), { sessionToken: cookie.read(request), bearerToken: bearerOf(request) });
    asked.set(request, actor);
    return actor;
  };
};

/** The same for files and pages of the work itself: refuses an account that has not chosen its own password yet. */
export const requireOwnPassword =
  (actorOf: ActorOf): ActorOf =>
  async (request) => {
    const actor = await actorOf(request);
    if (actor.kind === "user" && actor.mustChangePassword === true) throw new AppError("FORBIDDEN", "auth.changePasswordFirst");
    return actor;
  };

const bearerOf = (request: FastifyRequest): string | undefined => /^Bearer (\S+)$/.exec(request.headers.authorization ?? "")?.[1];

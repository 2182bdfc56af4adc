import type { Locale, RequestFacts } from "@cml/domain/kernel";
import type { Deps } from "@cml/services";
import type { FastifyRequest } from "fastify";
import { chooseLocale } from "./choose-locale";

const known = new WeakMap<FastifyRequest, RequestFacts>();

/** Who asks, as far as the request itself tells: id, hashed address, language. Worked out once for each request. */
export const factsOf = (deps: Pick<Deps, "secrets" | "config">, request: FastifyRequest): RequestFacts => {
  const before = known.get(request);
  if (before !== undefined) return before;
  const facts = {
    requestId: request.id,
    ipHash: deps.secrets.rotatingHash("ip", request.ip),
    locale: localeOf(request, deps.config.defaultLocale),
  };
  known.set(request, facts);
  return facts;
};

export const localeOf = (request: FastifyRequest, byDefault: Locale): Locale => {
  const chosen = request.headers["x-locale"];
  return chooseLocale({ chosen: Array.isArray(chosen) ? chosen[0] : chosen, accepted: request.headers["accept-language"] }, byDefault);
};

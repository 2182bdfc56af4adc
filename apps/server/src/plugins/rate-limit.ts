import { AppError } from "@cml/domain/kernel";
import type { Deps } from "@cml/services";
import type { FastifyReply, FastifyRequest } from "fastify";
import { factsOf } from "../request-facts";

/** How many requests one address may make on a door in a minute. */
export type Budget = { name: string; perMinute: number };

const windowSeconds = 60;
// Below this share of the budget nothing is asked of the shared limiter, so an ordinary request costs no round trip.
const uncountedShare = 0.25;

/**
 * A mount-wide limit by address. Each process counts the first quarter of a window by itself; from there on every request
 * takes a place in the limiter that all processes share. With n processes an address gets at most (n − 1)/4 more than its budget.
 */
export const rateLimit = (deps: Deps, budget: Budget) => {
  const free = Math.floor(budget.perMinute * uncountedShare);
  const shared = { limit: budget.perMinute - free, windowSeconds };
  let window = { id: 0, used: new Map<string, number>() };

  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const now = deps.clock.now().getTime() / 1000;
    const id = Math.floor(now / windowSeconds);
    if (window.id !== id) window = { id, used: new Map() };
    const key = factsOf(deps, request).ipHash;
    const used = (window.used.get(key) ?? 0) + 1;
    window.used.set(key, used);
    const resetSeconds = Math.ceil((id + 1) * windowSeconds - now);
    reply.header("ratelimit-limit", budget.perMinute);
    reply.header("ratelimit-reset", resetSeconds);
    const verdict = used <= free ? { allowed: true, retryAfterSeconds: 0 } : await deps.limiter.take(`door:${budget.name}:${key}`, shared);
    reply.header("ratelimit-remaining", verdict.allowed ? Math.max(0, budget.perMinute - used) : 0);
    if (verdict.allowed) return;
    const seconds = Math.max(1, Math.ceil(verdict.retryAfterSeconds));
    reply.header("retry-after", seconds);
    throw new AppError("RATE_LIMITED", "rateLimited", { seconds });
  };
};

import { hasPermission } from "@cml/domain/auth";
import { AppError } from "@cml/domain/kernel";
import { timingSafeEqual } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { ActorOf } from "../identify";

/** What must answer before requests may come, by name; each throws when it does not. */
export type ReadinessChecks = Record<string, () => Promise<void>>;

type HealthOptions = { metricsToken: string | undefined; checks: ReadinessChecks; actorOf: ActorOf; measured: () => Promise<string> };

const patienceMs = 3000;

export const health = async (app: FastifyInstance, { metricsToken, checks, actorOf, measured }: HealthOptions): Promise<void> => {
  app.get("/healthz", async (_request, reply) => reply.header("cache-control", "no-store").send({ status: "alive" }));

  app.get("/readyz", async (request, reply) => {
    const parts = Object.fromEntries(
      await Promise.all(Object.entries(checks).map(async ([name, check]) => [name, await answers(check)] as const)),
    );
    const ready = Object.values(parts).every(Boolean);
    const details = (await isStaff(actorOf, request)) ? { parts } : {};
    return reply
      .code(ready ? 200 : 503)
      .header("cache-control", "no-store")
      .send({ status: ready ? "ready" : "not ready", ...details });
  });

  app.get("/metrics", async (request, reply) => {
    if (!mayMeasure(request, metricsToken)) throw new AppError("NOT_FOUND", "procedure.notFound");
    return reply.type("text/plain; version=0.0.4").send(await measured());
  });
};

const answers = async (check: () => Promise<void>): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), patienceMs);
  });
  try {
    return await Promise.race([check().then(() => true), late]);
  } catch {
    // A check says no by throwing; which one is in the answer for staff.
    return false;
  } finally {
    clearTimeout(timer);
  }
};

// A probe without a valid session still learns whether the server is ready.
const isStaff = async (actorOf: ActorOf, request: FastifyRequest): Promise<boolean> => {
  const actor = await actorOf(request).catch(() => null);
  return actor?.kind === "user" && hasPermission(actor, "settings.view");
};

const mayMeasure = (request: FastifyRequest, token: string | undefined): boolean => {
  const given = /^Bearer (\S+)$/.exec(request.headers.authorization ?? "")?.[1];
  if (token !== undefined && given !== undefined) return sameText(given, token);
  // Behind a proxy on this machine every request comes from loopback, so a forwarded one never counts as local.
  const forwarded = request.headers["x-forwarded-for"] !== undefined || request.headers.forwarded !== undefined;
  return !forwarded && ["127.0.0.1", "::1", "::ffff:127.0.0.1"].includes(request.socket.remoteAddress ?? "");
};

const sameText = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

import type { Deps } from "@cml/services";
import type { FastifyReply, FastifyRequest } from "fastify";
import { collectDefaultMetrics, Histogram, Registry } from "prom-client";

export type Measurements = {
  observe: (request: FastifyRequest, reply: FastifyReply) => Promise<void>;
  /** Everything in Prometheus' text form. */
  text: () => Promise<string>;
};

/** Counts and times requests by route (never by address, which may hold a token), and writes one log line for each. */
export const createMeasurements = ({ logger }: Pick<Deps, "logger">): Measurements => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: "http_request_duration_seconds",
    help: "Time to answer, by route",
    labelNames: ["method", "route", "status"],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 3, 10],
    registers: [registry],
  });
  return {
    text: () => registry.metrics(),
    observe: async (request, reply) => {
      const labels = { method: request.method, route: request.routeOptions.url ?? "none", status: reply.statusCode };
      duration.observe(labels, reply.elapsedTime / 1000);
      logger.info({ requestId: request.id, ...labels, durationMs: Math.round(reply.elapsedTime) }, "request");
    },
  };
};

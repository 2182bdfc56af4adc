import type { FastifyInstance } from "fastify";
import fp from "fastify-plugin";
import { contentSecurityPolicy, type PolicySite } from "./content-security-policy";

const yearInSeconds = 31_536_000;

/** The headers of every answer; pages replace the content policy by one with their nonce (send-page.ts). */
const plugin = async (app: FastifyInstance, site: PolicySite): Promise<void> => {
  const policy = contentSecurityPolicy(site);
  app.addHook("onRequest", async (request, reply) => {
    reply.headers({
      "x-request-id": request.id,
      "x-content-type-options": "nosniff",
      "referrer-policy": "strict-origin-when-cross-origin",
      "cross-origin-opener-policy": "same-origin",
      "content-security-policy": policy,
    });
    if (site.https) reply.header("strict-transport-security", `max-age=${yearInSeconds}; includeSubDomains`);
  });
};

export const securityHeaders = fp(plugin, { name: "security-headers" });

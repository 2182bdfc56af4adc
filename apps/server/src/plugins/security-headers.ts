import type { FastifyInstance } from "fastify";
import fp from "fastify-plugin";
import { contentSecurityPolicy, type PolicySite } from "./content-security-policy";

const yearInSeconds = 31_536_000;

/** What every answer says, whatever it holds. */
export const headersOfEveryAnswer = (site: PolicySite): Record<string, string> => ({
  "x-content-type-options": "nosniff",
  "referrer-policy": "strict-origin-when-cross-origin",
  "cross-origin-opener-policy": "same-origin",
  "content-security-policy": contentSecurityPolicy(site),
  ...(site.https ? { "strict-transport-security": `max-age=${yearInSeconds}; includeSubDomains` } : {}),
});

/** The headers of every answer; pages replace the content policy by one with their nonce (send-page.ts). */
const plugin = async (app: FastifyInstance, site: PolicySite): Promise<void> => {
  const headers = headersOfEveryAnswer(site);
  app.addHook("onRequest", async (request, reply) => {
    reply.headers({ ...headers, "x-request-id": request.id });
  });
};

export const securityHeaders = fp(plugin, { name: "security-headers" });

import { AppError } from "@cml/domain/kernel";
import type { FastifyReply, FastifyRequest } from "fastify";
import { isOwnOrigin } from "./origin-rule";

/**
 * Refuses requests that change something and come from a page of another site, before anything is read.
 * A bearer token is exempt: no browser sends one by itself.
 */
export const originCheck =
  (site: { publicUrl: string; production: boolean }) =>
  async (request: FastifyRequest, _reply: FastifyReply): Promise<void> => {
    if (request.headers.authorization?.startsWith("Bearer ") === true) return;
    const fetchSite = request.headers["sec-fetch-site"];
    const facts = {
      method: request.method,
      origin: request.headers.origin,
      fetchSite: typeof fetchSite === "string" ? fetchSite : undefined,
      self: `${request.protocol}://${request.host}`,
      hasCookie: request.headers.cookie !== undefined,
      contentType: request.headers["content-type"],
      hasOwnHeader: request.headers["tus-resumable"] !== undefined,
    };
    if (!isOwnOrigin(facts, site)) throw new AppError("FORBIDDEN", "request.foreignOrigin");
  };

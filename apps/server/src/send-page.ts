import { randomBytes } from "node:crypto";
import type { FastifyReply } from "fastify";
import { contentSecurityPolicy, type PolicySite } from "./plugins/content-security-policy";

export type Page = {
  status: number;
  /** May stand in a frame of any site. */
  embeddable?: boolean;
  /** The address is a key in itself (a mailed link): no referrer, no cache. */
  secretAddress?: boolean;
  /** Is given the nonce that the page's style elements must carry. */
  body: (nonce: string) => string | Promise<string>;
};

export type SendPage = (reply: FastifyReply, page: Page) => Promise<FastifyReply>;

/** Answers with an HTML page under a content policy with a fresh nonce. */
export const createSendPage =
  (site: PolicySite): SendPage =>
  async (reply, { status, embeddable = false, secretAddress = false, body }) => {
    const nonce = randomBytes(16).toString("base64");
    reply
      .code(status)
      .type("text/html; charset=utf-8")
      // The nonce is of one answer, so nothing between may keep the page.
      .header("cache-control", secretAddress ? "no-store" : "no-cache")
      .header("content-security-policy", contentSecurityPolicy({ ...site, nonce, embeddable }));
    if (secretAddress) reply.header("referrer-policy", "no-referrer");
    return reply.send(await body(nonce));
  };

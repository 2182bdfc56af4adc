import { randomBytes } from "node:crypto";
import type { FastifyReply } from "fastify";
import { contentSecurityPolicy, type PolicySite } from "./plugins/content-security-policy";

export type Page = {
  status: number;
  /** The address is a key in itself (a mailed link): no referrer, no cache. */
  secretAddress?: boolean;
  /** Is given the nonce that the page's style elements must carry. */
  body: (nonce: string) => Drawn | Promise<Drawn>;
};

/** A page; or with what only drawing it shows: its status, its own headers, the sites that may show it in a frame. */
export type Drawn = string | { html: string; status: number; headers: Record<string, string>; framedBy: readonly string[] };

export type SendPage = (reply: FastifyReply, page: Page) => Promise<FastifyReply>;

/** Answers with an HTML page under a content policy with a fresh nonce. */
export const createSendPage =
  (site: PolicySite, basemapOrigins: () => Promise<readonly string[]> = () => Promise.resolve([])): SendPage =>
  async (reply, { status, secretAddress = false, body }) => {
    const nonce = randomBytes(16).toString("base64");
    const told = await body(nonce);
    const drawn = typeof told === "string" ? { html: told, status, headers: {}, framedBy: [] } : told;
    reply
      .code(drawn.status)
      .type("text/html; charset=utf-8")
      // The nonce is of one answer, so nothing between may keep the page.
      .header("cache-control", secretAddress ? "no-store" : "no-cache")
      .header(
        "content-security-policy",
        contentSecurityPolicy({ ...site, basemap: await basemapOrigins(), nonce, framedBy: drawn.framedBy }),
      );
    if (secretAddress) reply.header("referrer-policy", "no-referrer");
    return reply.headers(drawn.headers).send(drawn.html);
  };

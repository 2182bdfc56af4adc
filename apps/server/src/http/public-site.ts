import { AppError } from "@cml/domain/kernel";
import { type Context, publicRouter } from "@cml/routers";
import type { Deps } from "@cml/services";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { officeCookie, type SessionCookie } from "../cookies";
import type { ActorOf } from "../identify";
import { originCheck } from "../plugins/origin-check";
import type { SendPage } from "../send-page";
import { isMachineDoor, isSecretAddress, localeOfPath } from "./page-address";
import { createPublicRenderer } from "./public-renderer";

type Options = {
  deps: Deps;
  folder: string;
  cookie: SessionCookie;
  actorOf: ActorOf;
  sendPage: SendPage;
  limit: (request: FastifyRequest, reply: FastifyReply) => Promise<void>;
};

/** The supporters' site: every address no other door has, drawn by the built renderer with the public surface called in-process. */
export const publicSite = async (app: FastifyInstance, { deps, folder, cookie, actorOf, sendPage, limit }: Options): Promise<void> => {
  const render = createPublicRenderer(folder);
  const offices = officeCookie(deps.config.publicUrl);

  const draw = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const method = request.method === "POST" ? "POST" : "GET";
    // Two slashes would be read as a host.
    if (request.url.startsWith("//") || isMachineDoor(request.url) || (method === "POST" && !isPlainForm(request)))
      throw new AppError("NOT_FOUND", "procedure.notFound");
    const { publicUrl } = deps.config;
    const { pathname } = new URL(request.url, publicUrl);
    const actor = await actorOf(request);
    const locale = localeOfPath(pathname) ?? deps.config.defaultLocale;
    const context: Context = { deps, actor: { ...actor, locale }, setSessionCookie: (session) => cookie.write(reply, session) };
    const api = publicRouter.createCaller(context);
    return sendPage(reply, {
      status: 200,
      secretAddress: isSecretAddress(request.url),
      body: async (nonce) => {
        const form = typeof request.body === "string" ? request.body : "";
        const officeTicket = offices.read(request);
        const rendered = await render({ method, form, officeTicket, url: request.url, locale, nonce, publicUrl, api });
        const { status, html, headers = {}, frameAncestors = [] } = rendered;
        if (rendered.officeTicket !== undefined) offices.write(reply, rendered.officeTicket);
        return { status, html, headers, framedBy: frameAncestors };
      },
    });
  };

  // A whole letter may come as a plain form; the renderer reads it.
  app.removeContentTypeParser("application/x-www-form-urlencoded");
  app.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string", bodyLimit: 128 * 1024 }, (_request, body, done) =>
    done(null, body),
  );
  app.get("/*", { preHandler: limit }, draw);
  app.post("/*", { preHandler: [limit, originCheck(deps.config)] }, draw);
};

// Pages work without JavaScript: a mailed link's button is a form without fields, a letter one with many.
const isPlainForm = (request: FastifyRequest): boolean =>
  request.headers["content-type"]?.startsWith("application/x-www-form-urlencoded") === true;

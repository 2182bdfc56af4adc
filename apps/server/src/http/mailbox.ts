import type { Actor } from "@cml/domain/kernel";
import type { Deps } from "@cml/services";
import { clearMailbox, listMailbox, readMailboxMail } from "@cml/services/platform";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { originCheck } from "../plugins/origin-check";
import type { SendPage } from "../send-page";
import { framedMail, framedMailPolicy, mailboxDeletePage, mailboxListPage, mailboxMailPage } from "./mailbox-pages";

const query = z.object({ search: z.string().max(200).catch(""), page: z.coerce.number().int().min(1).max(10_000).catch(1) });
const pageSize = 50;

type MailboxOptions = { deps: Deps; actorOf: (request: FastifyRequest) => Promise<Actor>; sendPage: SendPage };

/** Mail kept on this computer, for a signed-in SUPER_ADMIN; without scripts. */
export const mailbox = async (app: FastifyInstance, { deps, actorOf, sendPage }: MailboxOptions): Promise<void> => {
  app.get("/mailbox", async (request, reply) => {
    const actor = await actorOf(request);
    const { search, page } = query.parse(request.query);
    const found = await listMailbox(deps, actor, { search, page, pageSize });
    const body = (nonce: string) => mailboxListPage({ locale: actor.locale, nonce }, { ...found, search, page, pageSize });
    return sendPage(reply, { status: 200, secretAddress: true, body });
  });

  app.get("/mailbox/delete", async (request, reply) => {
    const actor = await actorOf(request);
    const { total } = await listMailbox(deps, actor, { search: "", page: 1, pageSize: 1 });
    return sendPage(reply, {
      status: 200,
      secretAddress: true,
      body: (nonce) => mailboxDeletePage({ locale: actor.locale, nonce }, total),
    });
  });

  app.post("/mailbox/delete", { preHandler: originCheck(deps.config) }, async (request, reply) => {
    await clearMailbox(deps, await actorOf(request));
    return reply.redirect("/mailbox", 303);
  });

  app.get<{ Params: { id: string } }>("/mailbox/:id", async (request, reply) => {
    const actor = await actorOf(request);
    const mail = await readMailboxMail(deps, actor, request.params);
    return sendPage(reply, { status: 200, secretAddress: true, body: (nonce) => mailboxMailPage({ locale: actor.locale, nonce }, mail) });
  });

  app.get<{ Params: { id: string } }>("/mailbox/:id/html", async (request, reply) => {
    const mail = await readMailboxMail(deps, await actorOf(request), request.params);
    return reply
      .type("text/html; charset=utf-8")
      .headers({ "content-security-policy": framedMailPolicy, "cache-control": "no-store", "referrer-policy": "no-referrer" })
      .send(framedMail(mail.html ?? ""));
  });
};

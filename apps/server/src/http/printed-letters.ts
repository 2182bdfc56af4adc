import { mailedTokenInput } from "@cml/domain/influence";
import { AppError, idSchema } from "@cml/domain/kernel";
import type { Deps } from "@cml/services";
import { printLetters } from "@cml/services/influence";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ActorOf } from "../identify";

type Options = { deps: Deps; actorOf: ActorOf; limit: (request: FastifyRequest, reply: FastifyReply) => Promise<void> };
type Asked = { Params: { token: string }; Querystring: { letter?: unknown } };

/** Letters for paper behind a receipt's private link, as a PDF: all of them, or the one named by `?letter=`. */
export const printedLetters = async (app: FastifyInstance, { deps, actorOf, limit }: Options): Promise<void> => {
  app.get<Asked>("/letters/print/:token", { preHandler: limit }, async (request, reply) => {
    const asked = mailedTokenInput.safeParse({ token: request.params.token });
    const letter = idSchema.nullable().safeParse(request.query.letter ?? null);
    if (!asked.success || !letter.success) throw new AppError("NOT_FOUND", "letter.linkUnknown");
    const pdf = await printLetters(deps, await actorOf(request), { token: asked.data.token, letterId: letter.data });
    return reply
      .type("application/pdf")
      .header("content-disposition", 'inline; filename="letter.pdf"')
      .header("cache-control", "no-store")
      .header("referrer-policy", "no-referrer")
      .header("x-robots-tag", "noindex")
      .send(pdf);
  });
};

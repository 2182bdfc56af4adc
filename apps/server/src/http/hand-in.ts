import { hasPermission } from "@cml/domain/auth";
import { AppError, idSchema } from "@cml/domain/kernel";
import type { Deps } from "@cml/services";
import { streamBundle } from "@cml/services/influence";
import type { FastifyInstance } from "fastify";
import type { ActorOf } from "../identify";

/** Letters that were handed in, as one PDF written while it is read; fetched again, it is the same bundle. */
export const handIn = async (app: FastifyInstance, { deps, actorOf }: { deps: Deps; actorOf: ActorOf }): Promise<void> => {
  app.get<{ Params: { id: string; at: string } }>("/campaigns/:id/hand-in/:at.pdf", async (request, reply) => {
    const actor = await actorOf(request);
    if (actor.kind !== "user") throw new AppError("UNAUTHENTICATED", "auth.signInFirst");
    if (!hasPermission(actor, "letter.view") || !hasPermission(actor, "campaign.edit")) throw new AppError("FORBIDDEN", "auth.notAllowed");
    const id = idSchema.safeParse(request.params.id);
    const at = /^\d{10,14}$/.test(request.params.at) ? new Date(Number(request.params.at)) : null;
    if (!id.success || at === null) throw new AppError("NOT_FOUND", "handIn.notFound");
    const pdf = await streamBundle(deps, actor, { campaignId: id.data, at, locale: actor.locale });
    return reply
      .type("application/pdf")
      .headers({
        "content-disposition": `attachment; filename="letters-${at.toISOString().slice(0, 10)}.pdf"`,
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
      })
      .send(pdf);
  });
};

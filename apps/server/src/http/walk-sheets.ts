import { AppError, idSchema } from "@cml/domain/kernel";
import type { Deps } from "@cml/services";
import { renderSheet } from "@cml/services/map";
import type { FastifyInstance } from "fastify";
import type { ActorOf } from "../identify";

/** A walk sheet as a PDF to look at and print; fetched again it has the same doors in the same order. */
export const walkSheets = async (app: FastifyInstance, { deps, actorOf }: { deps: Deps; actorOf: ActorOf }): Promise<void> => {
  app.get<{ Params: { id: string } }>("/walk-sheets/:id.pdf", async (request, reply) => {
    const actor = await actorOf(request);
    if (actor.kind !== "user") throw new AppError("UNAUTHENTICATED", "auth.signInFirst");
    const id = idSchema.safeParse(request.params.id);
    if (!id.success) throw new AppError("NOT_FOUND", "map.walkSheet.notFound");
    const pdf = await renderSheet(deps, actor, id.data);
    return reply
      .type("application/pdf")
      .headers({
        "content-disposition": 'inline; filename="walk-sheet.pdf"',
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
      })
      .send(pdf);
  });
};

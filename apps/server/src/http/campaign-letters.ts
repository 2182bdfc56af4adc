import { Readable } from "node:stream";
import { hasPermission } from "@cml/domain/auth";
import { AppError, idSchema } from "@cml/domain/kernel";
import type { Deps } from "@cml/services";
import { streamLetters } from "@cml/services/influence";
import type { FastifyInstance } from "fastify";
import type { ActorOf } from "../identify";
import { csvPieces } from "./csv-pieces";

/** All letters of a campaign as a CSV file, written while it is read, so that its size does not matter. */
export const campaignLetters = async (app: FastifyInstance, { deps, actorOf }: { deps: Deps; actorOf: ActorOf }): Promise<void> => {
  app.get<{ Params: { id: string } }>("/campaigns/:id/letters.csv", async (request, reply) => {
    const actor = await actorOf(request);
    if (actor.kind !== "user") throw new AppError("UNAUTHENTICATED", "auth.signInFirst");
    if (!hasPermission(actor, "letter.view")) throw new AppError("FORBIDDEN", "auth.notAllowed");
    const id = idSchema.safeParse(request.params.id);
    if (!id.success) throw new AppError("NOT_FOUND", "campaign.notFound");
    const lines = streamLetters(deps, actor, { id: id.data });
    // Whoever may not read them is told so before a file begins.
    const heading = await lines.next();
    return reply
      .type("text/csv; charset=utf-8")
      .headers({ "content-disposition": `attachment; filename="letters-${id.data}.csv"`, "cache-control": "no-store" })
      .send(Readable.from(csvPieces(heading.done === true ? "" : heading.value, lines)));
  });
};

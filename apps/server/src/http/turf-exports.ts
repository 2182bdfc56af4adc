import { Readable } from "node:stream";
import { AppError } from "@cml/domain/kernel";
import { listCutsInput } from "@cml/domain/map";
import type { Deps } from "@cml/services";
import { exportCuts, exportFormats } from "@cml/services/map";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { ActorOf } from "../identify";
import { beginnings, fileOf, types } from "./export-file";

const askedSchema = z.object({
  q: z.string().max(200).catch(""),
  category: listCutsInput.shape.category.catch(null),
  id: z.uuid().nullable().catch(null),
  origin: z.enum(["drawn", "official"]).nullable().catch(null),
});

/** The turf of a list, filtered as the page's address says, or one turf, as a file. */
export const turfExports = async (app: FastifyInstance, { deps, actorOf }: { deps: Deps; actorOf: ActorOf }): Promise<void> => {
  for (const format of exportFormats)
    app.get<{ Querystring: Record<string, unknown> }>(`/exports/turf.${format}`, async (request, reply) => {
      const actor = await actorOf(request);
      if (actor.kind !== "user") throw new AppError("UNAUTHENTICATED", "auth.signInFirst");
      const { q, category, origin, id } = askedSchema.parse(request.query);
      const official = origin === null ? null : origin === "official";
      const pieces = exportCuts(deps, actor, { list: listCutsInput.parse({ search: q, category, official }), format, cutId: id });
      // Whoever may not have it is told so before a file begins.
      const first = await pieces.next();
      const day = deps.clock.now().toISOString().slice(0, 10);
      return reply
        .type(types[format])
        .headers({ "content-disposition": `attachment; filename="turf-${day}.${format}"`, "cache-control": "no-store" })
        .send(Readable.from(fileOf(beginnings[format], { first, pieces })));
    });
};

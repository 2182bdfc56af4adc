import { Readable } from "node:stream";
import { AppError } from "@cml/domain/kernel";
import { readLocationFilter } from "@cml/domain/map";
import type { Deps } from "@cml/services";
import { exportFormats, exportLocations } from "@cml/services/map";
import type { FastifyInstance } from "fastify";
import type { ActorOf } from "../identify";
import { beginnings, fileOf, types } from "./export-file";

/** Buildings and doors of a filter (its names as in the page's address) as a file, however many there are. */
export const locationExports = async (app: FastifyInstance, { deps, actorOf }: { deps: Deps; actorOf: ActorOf }): Promise<void> => {
  for (const format of exportFormats)
    app.get<{ Querystring: Record<string, unknown> }>(`/exports/locations.${format}`, async (request, reply) => {
      const actor = await actorOf(request);
      if (actor.kind !== "user") throw new AppError("UNAUTHENTICATED", "auth.signInFirst");
      const pieces = exportLocations(deps, actor, { filter: readLocationFilter(request.query), format });
      // Whoever may not have it is told so before a file begins.
      const first = await pieces.next();
      const day = deps.clock.now().toISOString().slice(0, 10);
      return reply
        .type(types[format])
        .headers({ "content-disposition": `attachment; filename="doors-${day}.${format}"`, "cache-control": "no-store" })
        .send(Readable.from(fileOf(beginnings[format], { first, pieces })));
    });
};

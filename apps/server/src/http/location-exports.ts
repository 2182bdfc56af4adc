import { Readable } from "node:stream";
import { AppError } from "@cml/domain/kernel";
import { readLocationFilter } from "@cml/domain/map";
import type { Deps } from "@cml/services";
import { exportFormats, exportLocations } from "@cml/services/map";
import type { FastifyInstance } from "fastify";
import type { ActorOf } from "../identify";

const types = { csv: "text/csv; charset=utf-8", geojson: "application/geo+json; charset=utf-8" };
// Spreadsheets read a CSV file as UTF-8 only when it says so; in JSON the mark would be an error.
const beginnings = { csv: "\uFEFF", geojson: "" };

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

type Pieces = { first: IteratorResult<string>; pieces: AsyncGenerator<string> };

async function* fileOf(beginning: string, { first, pieces }: Pieces): AsyncGenerator<string> {
  try {
    yield beginning + (first.done === true ? "" : first.value);
    yield* pieces;
  } finally {
    // A reader who goes away ends the export too, which writes down how far it came.
    await pieces.return(undefined);
  }
}

import { Readable } from "node:stream";
import { AppError, idSchema } from "@cml/domain/kernel";
import type { Deps } from "@cml/services";
import { streamRejectedRows } from "@cml/services/map";
import type { FastifyInstance } from "fastify";
import type { ActorOf } from "../identify";

// Spreadsheets read a CSV file as UTF-8 only when it says so.
const byteOrderMark = "\uFEFF";

/** The rows an import did not take, as a file to correct and bring again. */
export const rejectedRows = async (app: FastifyInstance, { deps, actorOf }: { deps: Deps; actorOf: ActorOf }): Promise<void> => {
  app.get<{ Params: { id: string } }>("/imports/:id/rejected.csv", async (request, reply) => {
    const actor = await actorOf(request);
    if (actor.kind !== "user") throw new AppError("UNAUTHENTICATED", "auth.signInFirst");
    const id = idSchema.safeParse(request.params.id);
    if (!id.success) throw new AppError("NOT_FOUND", "map.import.notFound");
    const lines = streamRejectedRows(deps, actor, id.data);
    // Whoever may not read them is told so before a file begins.
    const first = await lines.next();
    return reply
      .type("text/csv; charset=utf-8")
      .headers({ "content-disposition": `attachment; filename="rejected-${id.data}.csv"`, "cache-control": "no-store" })
      .send(Readable.from(fileOf(first, lines)));
  });
};

async function* fileOf(first: IteratorResult<string>, others: AsyncGenerator<string>): AsyncGenerator<string> {
  yield byteOrderMark;
  if (first.done !== true) yield first.value;
  yield* others;
}

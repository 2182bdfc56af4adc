import { Readable } from "node:stream";
import { hasPermission } from "@cml/domain/auth";
import { AppError, idSchema } from "@cml/domain/kernel";
import type { Deps } from "@cml/services";
import { streamLetters } from "@cml/services/influence";
import type { FastifyInstance } from "fastify";
import type { ActorOf } from "../identify";

// Spreadsheets read a CSV file as UTF-8 only when it says so.
const byteOrderMark = "\uFEFF";

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
      .send(Readable.from(pieces(heading.done === true ? "" : heading.value, lines)));
  });
};

const pieceLength = 32_768;

/** Many lines at once: a piece for each would be all overhead. */
async function* pieces(heading: string, lines: AsyncGenerator<string>): AsyncGenerator<string> {
  let piece = byteOrderMark + heading;
  for await (const line of lines) {
    piece += line;
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = "";
  }
  if (piece !== "") yield piece;
}

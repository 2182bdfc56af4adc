import { Readable } from "node:stream";
import { AppError } from "@cml/domain/kernel";
import { exportSignupsInput } from "@cml/domain/map";
import type { Deps } from "@cml/services";
import { exportSignups } from "@cml/services/map";
import type { FastifyInstance } from "fastify";
import type { ActorOf } from "../identify";
import { beginnings, fileOf, types } from "./export-file";

type Asked = { shift?: string; from?: string; until?: string };

/** Who signed up for a shift (`?shift=`) or for those of a period (`?from=&until=`), with who came, as a file. */
export const signupExports = async (app: FastifyInstance, { deps, actorOf }: { deps: Deps; actorOf: ActorOf }): Promise<void> => {
  app.get<{ Querystring: Asked }>("/exports/signups.csv", async (request, reply) => {
    const actor = await actorOf(request);
    if (actor.kind !== "user") throw new AppError("UNAUTHENTICATED", "auth.signInFirst");
    const { shift, from, until } = request.query;
    const asked = exportSignupsInput.safeParse(shift === undefined ? { kind: "period", from, until } : { kind: "shift", id: shift });
    if (!asked.success) throw new AppError("NOT_FOUND", "map.shift.notFound");
    const pieces = exportSignups(deps, actor, asked.data);
    // Whoever may not have it is told so before a file begins.
    const first = await pieces.next();
    const about = asked.data.kind === "shift" ? deps.clock.now().toISOString().slice(0, 10) : `${asked.data.from}-${asked.data.until}`;
    return reply
      .type(types.csv)
      .headers({ "content-disposition": `attachment; filename="sign-ups-${about}.csv"`, "cache-control": "no-store" })
      .send(Readable.from(fileOf(beginnings.csv, { first, pieces })));
  });
};

import { hasPermission } from "@cml/domain/auth";
import { AppError, idSchema } from "@cml/domain/kernel";
import type { Deps } from "@cml/services";
import { openInboundOriginal } from "@cml/services/influence";
import type { FastifyInstance } from "fastify";
import type { ActorOf } from "../identify";

/** A mail that came in, exactly as it came: offered as a file and never shown, for anybody may have written it. */
export const inboundOriginal = async (app: FastifyInstance, { deps, actorOf }: { deps: Deps; actorOf: ActorOf }): Promise<void> => {
  app.get<{ Params: { id: string } }>("/replies/:id.eml", async (request, reply) => {
    const actor = await actorOf(request);
    if (actor.kind !== "user") throw new AppError("UNAUTHENTICATED", "auth.signInFirst");
    if (!hasPermission(actor, "letter.view")) throw new AppError("FORBIDDEN", "auth.notAllowed");
    const id = idSchema.safeParse(request.params.id);
    if (!id.success) throw new AppError("NOT_FOUND", "inbound.notFound");
    const { stream, sizeBytes } = await openInboundOriginal(deps, actor, { id: id.data });
    return reply
      .type("application/octet-stream")
      .headers({
        "content-disposition": `attachment; filename="mail-${id.data}.eml"`,
        "content-length": sizeBytes,
        "content-security-policy": "default-src 'none'; sandbox",
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
      })
      .send(stream);
  });
};

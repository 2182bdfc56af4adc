import { Readable } from "node:stream";
import { hasPermission } from "@cml/domain/auth";
import { replyRecordInput } from "@cml/domain/influence";
import { AppError, idSchema, type UserActor } from "@cml/domain/kernel";
import type { Deps } from "@cml/services";
import { streamCampaignReplies, streamRepresentativeReplies } from "@cml/services/influence";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ActorOf } from "../identify";
import { csvPieces } from "./csv-pieces";

/** What became of letters as CSV files: of a campaign, of one representative in all campaigns, of all representatives. */
export const replyFiles = async (app: FastifyInstance, { deps, actorOf }: { deps: Deps; actorOf: ActorOf }): Promise<void> => {
  app.get<{ Params: { id: string } }>("/campaigns/:id/replies.csv", async (request, reply) => {
    const actor = await organiser(actorOf, request);
    const id = idSchema.safeParse(request.params.id);
    if (!id.success) throw new AppError("NOT_FOUND", "campaign.notFound");
    return send(reply, `replies-${id.data}.csv`, streamCampaignReplies(deps, actor, { campaignId: id.data }));
  });
  app.get<{ Querystring: { who?: string } }>("/representatives/replies.csv", async (request, reply) => {
    const actor = await organiser(actorOf, request);
    const { who } = request.query;
    const asked = who === undefined ? null : replyRecordInput.safeParse({ recipientKey: who });
    if (asked !== null && !asked.success) throw new AppError("NOT_FOUND", "followUp.noRecord");
    return send(reply, "replies.csv", streamRepresentativeReplies(deps, actor, { recipientKey: asked?.data.recipientKey ?? null }));
  });
};

const organiser = async (actorOf: ActorOf, request: FastifyRequest): Promise<UserActor> => {
  const actor = await actorOf(request);
  if (actor.kind !== "user") throw new AppError("UNAUTHENTICATED", "auth.signInFirst");
  if (!hasPermission(actor, "campaign.view")) throw new AppError("FORBIDDEN", "auth.notAllowed");
  return actor;
};

const send = async (reply: FastifyReply, name: string, lines: AsyncGenerator<string>): Promise<FastifyReply> => {
  // Whoever may not read them is told so before a file begins.
  const heading = await lines.next();
  return reply
    .type("text/csv; charset=utf-8")
    .headers({ "content-disposition": `attachment; filename="${name}"`, "cache-control": "no-store" })
    .send(Readable.from(csvPieces(heading.done === true ? "" : heading.value, lines)));
};

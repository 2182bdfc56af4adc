import { createHash } from "node:crypto";
import { AppError } from "@cml/domain/kernel";
import { type Tile, tileInput } from "@cml/domain/map";
import type { Deps } from "@cml/services";
import { getPublicTile, getStaffTile } from "@cml/services/map";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ActorOf } from "../identify";

type TileRequest = FastifyRequest<{ Params: { z: string; x: string; y: string } }>;

/**
 * Vector tiles. Public ones may be kept a minute by anybody; staff tiles are the asker's alone and are asked for again each time, with an
 * ETag made of what they hold and whom they are for, so that an unchanged one costs no transfer and never passes to another account.
 */
export const tiles = async (app: FastifyInstance, { deps, actorOf }: { deps: Deps; actorOf: ActorOf }): Promise<void> => {
  app.get("/tiles/public/:z/:x/:y.mvt", async (request: TileRequest, reply) => {
    const actor = await actorOf(request);
    const bytes = await getPublicTile(deps, actor, readTile(request));
    // Titles in it follow the reader's language.
    reply.header("cache-control", "public, max-age=60, stale-while-revalidate=600").header("vary", "accept-language, cookie");
    return sendTile(request, reply, { bytes, scope: actor.locale });
  });

  app.get("/tiles/staff/:z/:x/:y.mvt", async (request: TileRequest, reply) => {
    const actor = await actorOf(request);
    const bytes = await getStaffTile(deps, actor, readTile(request));
    reply.header("cache-control", "private, no-cache").header("vary", "cookie, authorization");
    return sendTile(request, reply, { bytes, scope: actor.kind === "user" ? actor.userId : "" });
  });
};

const readTile = (request: TileRequest): Tile => {
  // Every tile has one address: other ways to write a number would fill caches with copies.
  const plain = Object.values(request.params).every((part) => /^(0|[1-9]\d{0,6})$/.test(part));
  const read = tileInput.safeParse(request.params);
  if (!plain || !read.success) throw new AppError("INVALID", "input.malformed");
  return read.data;
};

const sendTile = (request: FastifyRequest, reply: FastifyReply, { bytes, scope }: { bytes: Uint8Array; scope: string }): FastifyReply => {
  const hash = createHash("sha256").update(scope).update("\0").update(bytes).digest("base64url").slice(0, 27);
  // Weak: the answer may be compressed on its way.
  const etag = `W/"${hash}"`;
  reply.header("etag", etag);
  if (request.headers["if-none-match"] === etag) return reply.code(304).send();
  if (bytes.length === 0) return reply.code(204).send();
  return reply.type("application/vnd.mapbox-vector-tile").send(Buffer.from(bytes));
};

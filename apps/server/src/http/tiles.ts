import { createHash } from "node:crypto";
import { AppError } from "@cml/domain/kernel";
import { readLocationFilter, type Tile, tileInput } from "@cml/domain/map";
import type { Deps } from "@cml/services";
import { type DrawnTile, getLineTile, getPublicTile, getStaffTile } from "@cml/services/map";
import { getBasemapTile } from "@cml/services/settings";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ActorOf } from "../identify";

type TileRequest = FastifyRequest<{ Params: { z: string; x: string; y: string }; Querystring: Record<string, unknown> }>;

/**
 * Vector tiles. Public ones may be kept a minute by anybody; staff tiles are the asker's alone and are asked for again each time, with an
 * ETag made of what they hold and whom they are for, so that an unchanged one costs no transfer and never passes to another account.
 */
export const tiles = async (app: FastifyInstance, { deps, actorOf }: { deps: Deps; actorOf: ActorOf }): Promise<void> => {
  app.get("/tiles/public/:z/:x/:y.mvt", async (request: TileRequest, reply) => {
    const actor = await actorOf(request);
    const tile = await getPublicTile(deps, actor, readTile(request));
    // Titles in it follow the reader's language.
    reply.header("cache-control", "public, max-age=60, stale-while-revalidate=600");
    return sendTile(request, reply, { tile, scope: actor.locale, vary: "accept-language, cookie, accept-encoding" });
  });

  // Roads and water change with an import; a copy a few minutes old does no harm.
  app.get("/tiles/lines/:z/:x/:y.mvt", async (request: TileRequest, reply) => {
    const tile = await getLineTile(deps, await actorOf(request), readTile(request));
    reply.header("cache-control", "public, max-age=300, stale-while-revalidate=86400");
    return sendTile(request, reply, { tile, scope: "", vary: "accept-encoding" });
  });

  app.get("/tiles/basemap/:z/:x/:y", async (request: TileRequest, reply) => {
    const tile = await getBasemapTile(deps, await actorOf(request), readTile(request));
    // Its address names the file, and a file never changes.
    reply.header("cache-control", "public, max-age=604800");
    return tile === null ? reply.code(204).send() : reply.type(tile.type).send(Buffer.from(tile.bytes));
  });

  app.get("/tiles/staff/:z/:x/:y.mvt", async (request: TileRequest, reply) => {
    const actor = await actorOf(request);
    const tile = await getStaffTile(deps, actor, { tile: readTile(request), filter: readLocationFilter(request.query) });
    reply.header("cache-control", "private, no-cache");
    const scope = actor.kind === "user" ? actor.userId : "";
    return sendTile(request, reply, { tile, scope, vary: "cookie, authorization, accept-encoding" });
  });
};

const readTile = (request: TileRequest): Tile => {
  // Every tile has one address: other ways to write a number would fill caches with copies.
  const plain = Object.values(request.params).every((part) => /^(0|[1-9]\d{0,6})$/.test(part));
  const read = tileInput.safeParse(request.params);
  if (!plain || !read.success) throw new AppError("INVALID", "input.malformed");
  return read.data;
};

/** Shorter ones gain nothing. */
const packedFromBytes = 1_400;

const sendTile = async (
  request: FastifyRequest,
  reply: FastifyReply,
  { tile, scope, vary }: { tile: DrawnTile; scope: string; vary: string },
): Promise<FastifyReply> => {
  const { bytes, mark, gzipped } = tile;
  const hash = createHash("sha256").update(scope).update("\0").update(mark).digest("base64url").slice(0, 27);
  // Weak: the answer may be compressed on its way.
  const etag = `W/"${hash}"`;
  reply.headers({ etag, vary });
  if (request.headers["if-none-match"] === etag) return reply.code(304).send();
  if (bytes.length === 0) return reply.code(204).send();
  reply.type("application/vnd.mapbox-vector-tile");
  if (bytes.length < packedFromBytes || !/\bgzip\b/.test(request.headers["accept-encoding"] ?? "")) return reply.send(Buffer.from(bytes));
  return reply.header("content-encoding", "gzip").send(await gzipped());
};

import { hasPermission } from "@cml/domain/auth";
import { pictureMaxBytes } from "@cml/domain/influence";
import { AppError, idSchema } from "@cml/domain/kernel";
import type { Deps } from "@cml/services";
import { openResponseOriginal, requirePictureRoom, takePicture } from "@cml/services/influence";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { ActorOf } from "../identify";
import { originCheck } from "../plugins/origin-check";
import { readMultipart } from "./multipart";

// What a form wraps around its file.
const bodyLimit = pictureMaxBytes + 64 * 1024;

/** Pictures of replies: brought by people without an account, and read in full by moderators alone. */
export const responsePictures = async (
  app: FastifyInstance,
  { deps, actorOf, staffOf }: { deps: Deps; actorOf: ActorOf; staffOf: ActorOf },
): Promise<void> => {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "buffer", bodyLimit }, (_request, body, done) => done(null, body));

  // Asked before the body is read: who brought enough is not listened to.
  const onRequest = [
    originCheck(deps.config),
    async (request: FastifyRequest) => {
      await requirePictureRoom(deps, await actorOf(request));
    },
  ];
  app.post("/replies/picture", { onRequest, bodyLimit }, async (request, reply) => {
    const { bytes, back } = readForm(request);
    const picture = await takePicture(deps, await actorOf(request), { bytes });
    if (back === null) return reply.header("cache-control", "no-store").send(picture);
    return reply.redirect(`${back}${back.includes("?") ? "&" : "?"}picture=${encodeURIComponent(picture.pictureKey)}`, 303);
  });

  app.get<{ Params: { id: string } }>("/responses/:id/original", async (request, reply) => {
    const actor = await staffOf(request);
    if (actor.kind !== "user") throw new AppError("UNAUTHENTICATED", "auth.signInFirst");
    if (!hasPermission(actor, "response.moderate")) throw new AppError("FORBIDDEN", "auth.notAllowed");
    const id = idSchema.safeParse(request.params.id);
    if (!id.success) throw new AppError("NOT_FOUND", "response.notFound");
    const { stream, sizeBytes } = await openResponseOriginal(deps, actor, { id: id.data });
    return reply
      .type("image/webp")
      .headers({
        "content-length": sizeBytes,
        "content-security-policy": "default-src 'none'; sandbox",
        "cross-origin-resource-policy": "same-origin",
        "cache-control": "private, no-store",
        "x-content-type-options": "nosniff",
      })
      .send(stream);
  });
};

type PictureForm = { bytes: Buffer; back: string | null };

/** The file as a script sends it, or a plain form with a file `picture` and the page `back` to go on to. */
const readForm = (request: FastifyRequest): PictureForm => {
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const type = request.headers["content-type"] ?? "";
  if (!type.startsWith("multipart/form-data")) return { bytes: body, back: null };
  const parts = readMultipart(body, type);
  const picture = parts.find(({ name, isFile }) => isFile && name === "picture");
  const back = parts.find(({ name, isFile }) => !isFile && name === "back")?.bytes.toString("utf8") ?? "";
  if (picture === undefined) throw new AppError("INVALID", "image.unreadable");
  return { bytes: picture.bytes, back: isFormPage(back) ? back : null };
};

// Only the form's own address: anything else would be an open door to other sites.
const isFormPage = (path: string): boolean => /^(?:\/fr)?\/c\/[a-z0-9-]{1,100}\/replies\/new(?:\?[\w=&%.-]*)?$/.test(path);

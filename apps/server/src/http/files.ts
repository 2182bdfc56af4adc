import { AppError } from "@cml/domain/kernel";
import type { Deps } from "@cml/services";
import type { FastifyInstance } from "fastify";
import { readRange } from "./range";

const yearInSeconds = 31_536_000;
// What people may fetch by its key alone. Uploads in progress and imports' files are never served.
const servedFolders = ["covers", "faces", "media", "pages", "logos"];
// Of a response only the picture with its boxes; the one without lies a folder deeper.
const boxedPicture = String.raw`responses/[0-9a-f-]{36}\.webp`;
const keyForm = new RegExp(`^(?:(?:${servedFolders.join("|")})(?:/[A-Za-z0-9_][\\w.-]{0,200}){1,4}|${boxedPicture})$`);
// Types that cannot run anything in a browser; everything else is offered for download.
const shownTypes = /^(image\/(webp|png|jpeg|gif|avif)|video\/|audio\/)/;

/** Stored files by key. Keys hold a random id and what they name never changes, so answers may be kept for ever. */
export const files = async (app: FastifyInstance, { deps }: { deps: Deps }): Promise<void> => {
  app.get<{ Params: { "*": string } }>("/files/*", async (request, reply) => {
    const key = request.params["*"];
    if (!keyForm.test(key) || key.includes("..")) throw new AppError("NOT_FOUND", "procedure.notFound");
    const whole = await deps.storage.open(key);
    if (whole === null) throw new AppError("NOT_FOUND", "procedure.notFound");
    const range = readRange(request.headers.range, whole.sizeBytes);
    reply
      .type(shownTypes.test(whole.contentType) ? whole.contentType : "application/octet-stream")
      .header("content-security-policy", "default-src 'none'; sandbox")
      .header("cross-origin-resource-policy", "same-site")
      .header("cache-control", `public, max-age=${yearInSeconds}, immutable`)
      .header("accept-ranges", "bytes");
    if (!shownTypes.test(whole.contentType)) reply.header("content-disposition", "attachment");
    if (range === "all") return reply.header("content-length", whole.sizeBytes).send(whole.stream);
    whole.stream.destroy();
    if (range === "unsatisfiable") {
      return reply.code(416).header("content-range", `bytes */${whole.sizeBytes}`).header("cache-control", "no-store").send();
    }
    const part = await deps.storage.open(key, range);
    if (part === null) throw new AppError("NOT_FOUND", "procedure.notFound");
    return reply
      .code(206)
      .header("content-range", `bytes ${range.start}-${range.end}/${whole.sizeBytes}`)
      .header("content-length", range.end - range.start + 1)
      .send(part.stream);
  });
};

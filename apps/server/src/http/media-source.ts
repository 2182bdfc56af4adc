import { AppError } from "@cml/domain/kernel";
import type { Deps } from "@cml/services";
import { openMediaSource } from "@cml/services/media";
import type { FastifyInstance } from "fastify";
import { readRange } from "./range";

type Params = { mediaJobId: string; holdToken: string; proof: string };
const idForm = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The file of a media job for the worker that holds it. ffprobe and ffmpeg read it themselves, so the address is the key. */
export const mediaSource = async (app: FastifyInstance, { deps }: { deps: Deps }): Promise<void> => {
  app.get<{ Params: Params }>("/media-source/:mediaJobId/:holdToken/:proof", async ({ params, headers }, reply) => {
    if (!idForm.test(params.mediaJobId)) throw new AppError("NOT_FOUND", "media.sourceNotFound");
    const whole = await openMediaSource(deps, params);
    reply
      .type("application/octet-stream")
      .header("accept-ranges", "bytes")
      .header("cache-control", "no-store")
      .header("content-disposition", "attachment");
    const range = readRange(headers.range, whole.sizeBytes);
    if (range === "all") return reply.header("content-length", whole.sizeBytes).send(whole.stream);
    whole.stream.destroy();
    if (range === "unsatisfiable") return reply.code(416).header("content-range", `bytes */${whole.sizeBytes}`).send();
    const part = await openMediaSource(deps, { ...params, range });
    return reply
      .code(206)
      .header("content-range", `bytes ${range.start}-${range.end}/${whole.sizeBytes}`)
      .header("content-length", range.end - range.start + 1)
      .send(part.stream);
  });
};

import fs from "node:fs";
import path from "node:path";
import { FileStore } from "@tus/file-store";
import { Server, type Upload } from "@tus/server";
import { hasPermission } from "@cml/domain/auth";
import { type Actor, AppError, type UserActor } from "@cml/domain/kernel";
import type { Deps } from "@cml/services";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { describeError } from "../describe-error";
import type { ActorOf } from "../identify";
import { originCheck } from "../plugins/origin-check";
import { uploadKey, uploadPurposes, type UploadPurpose } from "./upload-purposes";

const dayMs = 86_400_000;
const hourMs = 3_600_000;

/**
 * Resumable uploads (tus). A file arrives in pieces in the data folder; once whole it is handed to storage as `uploads/<id>`,
 * beside `uploads/<id>.json` that says whose it is and what for. What was begun and not finished goes after a day.
 */
export const uploads = async (app: FastifyInstance, { deps, actorOf }: { deps: Deps; actorOf: ActorOf }): Promise<void> => {
  const folder = path.join(deps.config.dataDir, "uploads");
  let server: Server | undefined;
  const tus = (): Server => (server ??= createServer(deps, folder));

  app.addContentTypeParser("application/offset+octet-stream", (_request, _payload, done) => done(null));
  const options = {
    preHandler: [
      originCheck(deps.config),
      async (request: FastifyRequest) => {
        await authorize(await actorOf(request), request, tus);
      },
    ],
  };
  const handler = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) reply.raw.setHeader(name, value);
    reply.hijack();
    // The tus server reads the id from the end of the whole address, query included; only the path was asked whose it is.
    request.raw.url = request.raw.url?.split("?")[0] ?? "/uploads";
    await tus().handle(request.raw, reply.raw);
  };
  app.route({ method: "POST", url: "/uploads", ...options, handler });
  app.route({ method: ["HEAD", "PATCH", "DELETE"], url: "/uploads/:id", ...options, handler });

  const sweep = setInterval(() => {
    removeOlderThan(folder, deps.clock.now().getTime() - dayMs).catch((error: unknown) =>
      deps.logger.warn({ error: describeError(error) }, "old uploads were not removed"),
    );
  }, hourMs).unref();
  app.addHook("onClose", async () => clearInterval(sweep));
};

const removeOlderThan = async (folder: string, timeMs: number): Promise<void> => {
  if (!fs.existsSync(folder)) return;
  for (const name of await fs.promises.readdir(folder)) {
    const file = path.join(folder, name);
    if ((await fs.promises.stat(file)).mtimeMs < timeMs) await fs.promises.rm(file);
  }
};

const createServer = (deps: Deps, folder: string): Server => {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  return new Server({
    path: "/uploads",
    relativeLocation: true,
    allowedOrigins: [deps.config.publicUrl],
    datastore: new FileStore({ directory: folder }),
    namingFunction: () => deps.newId(),
    maxSize: maxBytes,
    onUploadFinish: async (_request, upload) => {
      await handOver(deps, folder, upload);
      return { headers: { "upload-id": upload.id } };
    },
  });
};

const maxBytes = Math.max(...Object.values(uploadPurposes).map((purpose) => purpose.maxBytes));

const handOver = async (deps: Deps, folder: string, upload: Upload): Promise<void> => {
  const { owner, purpose, filename } = upload.metadata ?? {};
  const facts = { owner, purpose, fileName: filename ?? null, sizeBytes: upload.size ?? 0 };
  const received = path.join(folder, upload.id);
  await deps.storage.put(uploadKey(upload.id), fs.createReadStream(received), "application/octet-stream");
  await deps.storage.put(`${uploadKey(upload.id)}.json`, Buffer.from(JSON.stringify(facts)), "application/json");
  // A sender that missed our last answer asks how much arrived: the hollow file still says "all", without taking space.
  await fs.promises.truncate(received, 0);
  await fs.promises.truncate(received, facts.sizeBytes);
};

const authorize = async (actor: Actor, request: FastifyRequest, tus: () => Server): Promise<void> => {
  if (actor.kind !== "user") throw new AppError("UNAUTHENTICATED", "auth.signInFirst");
  if (request.method === "POST") return begin(request, actor);
  // Somebody else's upload looks like none at all.
  const { id } = request.params as { id: string };
  const upload = /^[0-9a-f-]{36}$/.test(id)
    ? await tus()
        .datastore.getUpload(id)
        .catch(() => null)
    : null;
  if (upload?.metadata?.["owner"] !== actor.userId) throw new AppError("NOT_FOUND", "procedure.notFound");
};

// The purpose chooses the permission; the owner is written by us over whatever the client says.
const begin = (request: FastifyRequest, actor: UserActor): void => {
  const metadata = readMetadata(request.headers["upload-metadata"]);
  const purpose = metadata["purpose"] as UploadPurpose | undefined;
  const rule = purpose !== undefined && Object.hasOwn(uploadPurposes, purpose) ? uploadPurposes[purpose] : undefined;
  if (rule === undefined) throw new AppError("INVALID", "input.malformed");
  if (!hasPermission(actor, rule.permission)) throw new AppError("FORBIDDEN", "auth.notAllowed");
  // A length told later could not be held against the purpose.
  const length = request.headers["upload-length"];
  if (typeof length !== "string" || !/^\d{1,15}$/.test(length)) throw new AppError("INVALID", "input.malformed");
  if (Number(length) > rule.maxBytes) throw new AppError("INVALID", "input.tooLarge");
  const kept = { purpose: metadata["purpose"] ?? "", filename: (metadata["filename"] ?? "").slice(0, 255), owner: actor.userId };
  const written = writeMetadata(kept);
  request.raw.headers["upload-metadata"] = written;
  // The tus server reads the headers as they came over the wire.
  const { rawHeaders } = request.raw;
  for (let at = 0; at < rawHeaders.length; at += 2) if (rawHeaders[at]?.toLowerCase() === "upload-metadata") rawHeaders[at + 1] = written;
};

const readMetadata = (header: string | string[] | undefined): Record<string, string> =>
  Object.fromEntries(
    String(header ?? "")
      .split(",")
      .map((pair) => pair.trim().split(" "))
      .map(([key = "", value = ""]) => [key, Buffer.from(value, "base64").toString("utf8")]),
  );

const writeMetadata = (metadata: Record<string, string>): string =>
  Object.entries(metadata)
    .filter(([, value]) => value !== "")
    .map(([key, value]) => `${key} ${Buffer.from(value).toString("base64")}`)
    .join(",");

import { Server } from "@tus/server";
import { hasPermission } from "@cml/domain/auth";
import { type Actor, AppError, isAppError, type UserActor } from "@cml/domain/kernel";
import { errorText } from "@cml/i18n";
import type { Deps } from "@cml/services";
import { handOverUpload, readUpload } from "@cml/services/platform";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { chooseLocale } from "../choose-locale";
import type { ActorOf } from "../identify";
import { originCheck } from "../plugins/origin-check";
import { uploadPurposes, type UploadPurpose } from "./upload-purposes";
import { UploadStore } from "./upload-store";

/**
 * Resumable uploads (tus). A file arrives in pieces in storage, so that any server can go on with it; once whole it is put together as
 * `uploads/<id>`, beside `uploads/<id>.json` that says whose it is and what for. What was begun and not finished goes after a day.
 */
export const uploads = async (app: FastifyInstance, { deps, actorOf }: { deps: Deps; actorOf: ActorOf }): Promise<void> => {
  const tus = createServer(deps);

  app.addContentTypeParser("application/offset+octet-stream", (_request, _payload, done) => done(null));
  const options = {
    preHandler: [
      originCheck(deps.config),
      async (request: FastifyRequest) => {
        await authorize(deps, await actorOf(request), request);
      },
    ],
  };
  const handler = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) reply.raw.setHeader(name, value);
    reply.hijack();
    // The tus server reads the id from the end of the whole address, query included; only the path was asked whose it is.
    request.raw.url = request.raw.url?.split("?")[0] ?? "/uploads";
    await tus.handle(request.raw, reply.raw);
  };
  app.route({ method: "POST", url: "/uploads", ...options, handler });
  app.route({ method: ["HEAD", "PATCH", "DELETE"], url: "/uploads/:id", ...options, handler });
};

const createServer = (deps: Deps): Server =>
  new Server({
    path: "/uploads",
    relativeLocation: true,
    allowedOrigins: [deps.config.publicUrl],
    datastore: new UploadStore(deps),
    namingFunction: () => deps.newId(),
    maxSize: maxBytes,
    onResponseError: (request, error) => Promise.resolve(noRoomAnswer(deps, request.headers, error)),
    onUploadFinish: async (_request, { id }) => {
      await handOverUpload(deps, id);
      return { headers: { "upload-id": id } };
    },
  });

/** A storage without room is told in words, and apart from what a sender had better try again at once. */
const noRoomAnswer = ({ config, logger }: Deps, headers: Headers, error: unknown): { status_code: number; body: string } | undefined => {
  if (!isAppError(error) || error.code !== "UPSTREAM") return undefined;
  logger.error({ reason: error.messageKey }, "an upload could not be kept");
  const asked = { chosen: headers.get("x-locale") ?? undefined, accepted: headers.get("accept-language") ?? undefined };
  const message = errorText(chooseLocale(asked, config.defaultLocale), error.messageKey, error.params);
  return { status_code: 507, body: JSON.stringify({ error: { message, messageKey: error.messageKey } }) };
};

const maxBytes = Math.max(...Object.values(uploadPurposes).map((purpose) => purpose.maxBytes));

const authorize = async (deps: Deps, actor: Actor, request: FastifyRequest): Promise<void> => {
  if (actor.kind !== "user") throw new AppError("UNAUTHENTICATED", "auth.signInFirst");
  if (request.method === "POST") return begin(request, actor);
  // Somebody else's upload looks like none at all.
  const { id } = request.params as { id: string };
  const facts = await readUpload(deps, id);
  if (facts?.owner !== actor.userId) throw new AppError("NOT_FOUND", "procedure.notFound");
  // Whoever asks and hears that all is there takes the file for whole; a server that died before the last step did not put it together.
  if (request.method === "HEAD" && facts.offset === facts.sizeBytes) await handOverUpload(deps, id);
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

import { AppError } from "@cml/domain/kernel";
import fs from "node:fs/promises";
import path from "node:path";
import staticFiles from "@fastify/static";
import type { FastifyInstance, FastifyReply } from "fastify";
import type { SendPage } from "../send-page";
import { withNonce } from "./with-nonce";

type Options = { web: { admin: string; canvass: string; public: string }; sendPage: SendPage };

/** The built staff and canvass apps, and the public site's assets. Every address inside an app that is no file shows its shell. */
export const browserApps = async (app: FastifyInstance, { web, sendPage }: Options): Promise<void> => {
  await app.register(staticFiles, { root: path.resolve(web.admin), serve: false, cacheControl: false });
  mountApp(app, { prefix: "/admin", folder: web.admin, sendPage });
  mountApp(app, { prefix: "/canvass", folder: web.canvass, sendPage });
  app.get<{ Params: { "*": string } }>("/assets/*", async (request, reply) =>
    sendAsset(reply, { folder: path.join(web.public, "client"), name: `assets/${request.params["*"]}` }),
  );
};

type App = { prefix: string; folder: string; sendPage: SendPage };

const mountApp = (app: FastifyInstance, { prefix, folder, sendPage }: App): void => {
  app.get(prefix, async (request, reply) => reply.redirect(`${prefix}/${request.url.slice(prefix.length)}`, 308));
  app.get<{ Params: { "*": string } }>(`${prefix}/*`, async (request, reply) => {
    const name = request.params["*"];
    if (/\.[a-z0-9]+$/i.test(name) && !name.endsWith(".html")) return sendAsset(reply, { folder, name, scope: prefix });
    const shell = await fs.readFile(path.join(folder, "index.html"), "utf8").catch(() => null);
    if (shell === null) throw new AppError("NOT_FOUND", "procedure.notFound");
    return sendPage(reply, { status: 200, body: (nonce) => withNonce(shell, nonce) });
  });
};

const hashed = /(^|\/)assets\//;

const sendAsset = async (
  reply: FastifyReply,
  { folder, name, scope }: { folder: string; name: string; scope?: string },
): Promise<FastifyReply> => {
  const file = path.resolve(folder, name);
  const inside = file.startsWith(`${path.resolve(folder)}${path.sep}`);
  const found = inside ? await fs.stat(file).catch(() => null) : null;
  if (found?.isFile() !== true) throw new AppError("NOT_FOUND", "procedure.notFound");
  reply.header("cache-control", hashed.test(name) ? "public, max-age=31536000, immutable" : "no-cache");
  if (scope !== undefined && /(^|\/)(sw|service-worker)\.js$/.test(name)) reply.header("service-worker-allowed", `${scope}/`);
  return reply.sendFile(name, path.resolve(folder));
};

import { randomUUID } from "node:crypto";
import compress from "@fastify/compress";
import cookies from "@fastify/cookie";
import type { Deps } from "@cml/services";
import Fastify, { type FastifyInstance } from "fastify";
import { sessionCookie } from "./cookies";
import { browserApps } from "./http/browser-apps";
import { campaignLetters } from "./http/campaign-letters";
import { campaignPreview } from "./http/campaign-preview";
import { files } from "./http/files";
import { mailbox } from "./http/mailbox";
import { mediaSource } from "./http/media-source";
import { handIn } from "./http/hand-in";
import { inboundOriginal } from "./http/inbound-original";
import { health, type ReadinessChecks } from "./http/health";
import { locationExports } from "./http/location-exports";
import { signupExports } from "./http/signup-exports";
import { turfExports } from "./http/turf-exports";
import { printedLetters } from "./http/printed-letters";
import { publicSite } from "./http/public-site";
import { rejectedRows } from "./http/rejected-rows";
import { replyFiles } from "./http/reply-files";
import { responsePictures } from "./http/response-pictures";
import { tiles } from "./http/tiles";
import { uploads } from "./http/uploads";
import { walkSheets } from "./http/walk-sheets";
import { createBasemapOrigins } from "./basemap-origins";
import { createActorOf, requireOwnPassword } from "./identify";
import { createMeasurements } from "./measurements";
import { rateLimit } from "./plugins/rate-limit";
import { headersOfEveryAnswer, securityHeaders } from "./plugins/security-headers";
import { createSendPage } from "./send-page";
import { surfaces } from "./surfaces";
import { createTellFailure } from "./tell-failure";
import { mountSurface } from "./trpc/mount-surface";

export type ServerOptions = {
  /** Folder of each built browser app. */
  web: { admin: string; canvass: string; public: string };
  trustProxy?: false | string[];
  metricsToken?: string;
  /** Multiplies every budget of requests (load tests). */
  rateLimitFactor?: number;
  checks?: ReadinessChecks;
};

/** Ids a proxy gave are kept when they look like ids, so that both logs can be read together. */
const requestIdOf = (given: string | string[] | undefined): string =>
  typeof given === "string" && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();

/** The whole server without its socket: `main` listens, tests inject. */
export const buildApp = async (deps: Deps, options: ServerOptions): Promise<FastifyInstance> => {
  const site = { https: deps.config.publicUrl.startsWith("https://") };
  const sendPage = createSendPage(site, createBasemapOrigins(deps));
  const tellFailure = createTellFailure(deps, sendPage);
  const measurements = createMeasurements(deps);
  const cookie = sessionCookie(deps.config.publicUrl);
  const actorOf = createActorOf(deps, cookie);
  const staffOf = requireOwnPassword(actorOf);
  const rateLimitFactor = options.rateLimitFactor ?? 1;
  const limit = (name: string, perMinute: number) => rateLimit(deps, { name, perMinute: perMinute * rateLimitFactor });

  const app = Fastify({
    logger: false,
    trustProxy: options.trustProxy ?? false,
    bodyLimit: 1024 * 1024,
    requestTimeout: 120_000,
    forceCloseConnections: "idle",
    genReqId: (request) => requestIdOf(request.headers["x-request-id"]),
    routerOptions: { maxParamLength: 5000 },
    // What cannot even be routed (broken escapes) meets no hook.
    frameworkErrors: (error, request, reply) => {
      reply.headers({ ...headersOfEveryAnswer(site), "x-request-id": request.id });
      void tellFailure(error, request, reply);
    },
  });
  app.setErrorHandler(tellFailure);
  app.setNotFoundHandler({ preHandler: limit("nothing", 120) }, (request, reply) => tellFailure({ statusCode: 404 }, request, reply));
  app.addHook("onResponse", measurements.observe);
  await app.register(securityHeaders, site);
  await app.register(cookies);
  await app.register(compress, { threshold: 2048, encodings: ["gzip", "deflate"] });

  // Forms of pages that work without JavaScript say all in their address.
  app.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string", bodyLimit: 4096 }, (_request, _body, done) =>
    done(null),
  );
  for (const surface of surfaces) await mountSurface(app, surface, { deps, cookie, actorOf, rateLimitFactor });
  await app.register(health, {
    metricsToken: options.metricsToken,
    checks: options.checks ?? {},
    actorOf: staffOf,
    measured: measurements.text,
  });
  await app.register(files, { deps });
  await app.register(mediaSource, { deps });
  await app.register(tiles, { deps, actorOf: staffOf });
  await app.register(uploads, { deps, actorOf: staffOf });
  await app.register(rejectedRows, { deps, actorOf: staffOf });
  await app.register(locationExports, { deps, actorOf: staffOf });
  await app.register(turfExports, { deps, actorOf: staffOf });
  await app.register(signupExports, { deps, actorOf: staffOf });
  await app.register(walkSheets, { deps, actorOf: staffOf });
  await app.register(handIn, { deps, actorOf: staffOf });
  await app.register(campaignLetters, { deps, actorOf: staffOf });
  await app.register(replyFiles, { deps, actorOf: staffOf });
  await app.register(inboundOriginal, { deps, actorOf: staffOf });
  await app.register(responsePictures, { deps, actorOf, staffOf });
  await app.register(campaignPreview, { deps, folder: options.web.public, actorOf: staffOf, sendPage });
  await app.register(mailbox, { deps, actorOf: staffOf, sendPage });
  await app.register(printedLetters, { deps, actorOf, limit: limit("prints", 60) });
  await app.register(browserApps, { web: options.web, sendPage });
  await app.register(publicSite, { deps, folder: options.web.public, cookie, actorOf, sendPage, limit: limit("pages", 600) });
  return app;
};

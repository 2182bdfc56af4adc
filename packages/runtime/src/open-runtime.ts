import path from "node:path";
import { createDb, migrate, type RootDb, startEmbeddedPostgres } from "@cml/db";
import { createMailer, startMailbox } from "@cml/integrations/email";
import { createGuardedFetch, createGuardedRanges } from "@cml/integrations/fetch";
import { createGeocoders } from "@cml/integrations/geocoders";
import { createNominatim } from "@cml/integrations/nominatim";
import { createRepresentClient } from "@cml/integrations/represent";
import { createJobs, type Jobs } from "@cml/jobs";
import type { AppConfig, Clock, Deps, Logger } from "@cml/services";
import { v7 as newId } from "uuid";
import { unreachable } from "./connection-error";
import { openCoordination } from "./coordination";
import { readOrMakeAppSecret } from "./data-folder";
import type { Env } from "./env";
import { createLogger } from "./logger";
import { openMediaClaims } from "./media-claims";
import { requireReachableRedis } from "./require-reachable";
import { createSecrets } from "./secrets";
import { StartError } from "./start-error";
import { openStorage } from "./storage";
import { version } from "./version";

/** What a program holds while it runs. */
export type Runtime = {
  env: Env;
  deps: Deps & { db: RootDb };
  jobs: Jobs;
  /** What must answer for this process to be of use, by name; each throws when it does not. */
  checks: Record<string, () => Promise<void>>;
  /** Ends everything that `openRuntime` began, the embedded PostgreSQL last. */
  close: () => Promise<void>;
};

type Stop = () => unknown;

/**
 * The composition root of server, worker, command line and benchmarks: opens what the environment names, starts what it
 * leaves to us, and fits the integrations to the services' ports. Migrates the database, so that every program finds its tables.
 */
export const openRuntime = async (env: Env): Promise<Runtime> => {
  const stops: Stop[] = [];
  const close = async (): Promise<void> => {
    for (const stop of stops.splice(0).reverse()) await stop();
  };
  try {
    return { ...(await open(env, (stop) => void stops.push(stop))), close };
  } catch (error) {
    await close();
    throw error;
  }
};

const open = async (env: Env, onClose: (stop: Stop) => void): Promise<Omit<Runtime, "close">> => {
  const logger = createLogger(env);
  const clock: Clock = { now: () => new Date() };
  if (env.REDIS_URL !== undefined) await requireReachableRedis(env.REDIS_URL);
  const { url, db } = await openDatabase(env, logger, onClose);
  const secrets = createSecrets(env.APP_SECRET ?? (await readOrMakeAppSecret(env.DATA_DIR)), clock);
  const jobs = await createJobs(
    env.REDIS_URL === undefined ? { databaseUrl: url, log: logger } : { redisUrl: env.REDIS_URL, log: logger },
  ).catch((error: unknown) => {
    throw env.REDIS_URL === undefined ? error : unreachable("REDIS_URL", env.REDIS_URL, error);
  });
  onClose(jobs.close);
  const coordination = await openCoordination({ env, db, logger });
  onClose(coordination.close);
  const mail = await openMail(env, onClose);
  const mailer = createMailer();
  onClose(() => mailer.close());
  const mediaClaims = openMediaClaims(jobs);
  onClose(mediaClaims.close);
  const { storage, ...stored } = await openStorage(env);
  onClose(stored.close);
  const { limiter, locks, events } = coordination;
  const represent = createRepresentClient({ baseUrl: env.REPRESENT_URL, limiter });
  const geocoder = openGeocoder(env, locks);
  const geocoders = createGeocoders({ userAgent: userAgentOf(env), locks });
  const config = configOf(env, mail);
  const deps = {
    config,
    db,
    clock,
    newId: () => newId(),
    logger,
    jobs,
    limiter,
    locks,
    events,
    mailer,
    mediaClaims,
    storage,
    represent,
    geocoder,
    geocoders,
    fetchRemote: createGuardedFetch(),
    // Only the address of the settings is fetched so: what people write anywhere else never reaches one's own network.
    fetchRange: createGuardedRanges({ allowPrivate: env.REGISTER_NETWORKS }),
    secrets,
  };
  const checks = {
    database: async () => {
      await db.pool.query("SELECT 1");
    },
    queues: jobs.ping,
    files: stored.ping,
  };
  return { env, deps, jobs, checks };
};

const openDatabase = async (env: Env, logger: Logger, onClose: (stop: Stop) => void): Promise<{ url: string; db: RootDb }> => {
  const embedded =
    env.DATABASE_URL === undefined ? await startEmbeddedPostgres({ folder: path.join(env.DATA_DIR, "postgres") }).catch(plainly) : null;
  const url = embedded?.url ?? env.DATABASE_URL ?? "";
  if (embedded !== null) onClose(() => stopWhenUnused(embedded.stop));
  const db = createDb(url, { onConnectionError: (error) => logger.warn({ error: error.message }, "a database connection broke") });
  onClose(db.close);
  if (embedded === null) {
    await db.pool.query("SELECT 1").catch((error: unknown) => {
      throw unreachable("DATABASE_URL", url, error);
    });
  }
  await migrate(url).catch(plainly);
  return { url, db };
};

// The database package says in one sentence what is wrong and what to do.
const plainly = (error: unknown): never => {
  throw new StartError(error instanceof Error ? error.message : String(error), error);
};

// Another program (an import from the shell) may be using it, and stops it when it ends. Our own connections take a moment to go.
const stopWhenUnused = async (stop: (options: { onlyIfUnused: boolean }) => Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 10; tries += 1) {
    if (await stop({ onlyIfUnused: true })) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

/** SMTP of the environment, else a mailbox on this computer that keeps every mail and delivers none. */
const openMail = async (env: Env, onClose: (stop: Stop) => void): Promise<AppConfig["mail"]> => {
  const { SMTP_HOST, SMTP_PORT, SMTP_SECURE = SMTP_PORT === 465, SMTP_USER, SMTP_PASS, SMTP_FROM } = env;
  if (SMTP_HOST !== undefined) {
    const port = SMTP_PORT ?? (SMTP_SECURE ? 465 : 587);
    const target = { host: SMTP_HOST, port, secure: SMTP_SECURE, user: SMTP_USER ?? null, pass: SMTP_PASS ?? null };
    return { target, fromAddress: SMTP_FROM ?? "" };
  }
  const mailbox = await startMailbox({ folder: path.join(env.DATA_DIR, "mailbox") });
  onClose(mailbox.stop);
  const { hostname } = new URL(env.PUBLIC_URL);
  return {
    target: { host: mailbox.host, port: mailbox.port, secure: false, user: null, pass: null },
    fromAddress: SMTP_FROM ?? `letters@${hostname.includes(".") && !/^[\d.]+$/.test(hostname) ? hostname : "changemaker.localhost"}`,
  };
};

const openGeocoder = (env: Env, locks: Deps["locks"]): Deps["geocoder"] => {
  if (env.GEOCODER_URL === "off") return { locate: () => Promise.resolve(null) };
  return createNominatim({ baseUrl: env.GEOCODER_URL, userAgent: userAgentOf(env), locks });
};

/** The usage policy of public geocoders asks who is calling and how to reach them. */
const userAgentOf = (env: Env): string =>
  `Changemaker/${version} (+${env.PUBLIC_URL}${env.ADMIN_EMAIL === undefined ? "" : `; ${env.ADMIN_EMAIL}`})`;

const configOf = (env: Env, mail: AppConfig["mail"]): AppConfig => ({
  publicUrl: env.PUBLIC_URL,
  production: env.production,
  embeddedMail: env.SMTP_HOST === undefined,
  mail,
  inboundTls:
    env.INBOUND_TLS_CERT === undefined || env.INBOUND_TLS_KEY === undefined
      ? null
      : { certFile: env.INBOUND_TLS_CERT, keyFile: env.INBOUND_TLS_KEY },
  embeddedDatabase: env.DATABASE_URL === undefined,
  dataDir: env.DATA_DIR,
  representativeSources: env.REPRESENTATIVE_SOURCES,
  basemapUrl: env.BASEMAP_URL ?? null,
  defaultLocale: env.DEFAULT_LOCALE,
  version,
});

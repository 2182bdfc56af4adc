import { fileURLToPath, pathToFileURL } from "node:url";
import path from "node:path";
import { type Account, type Env, lockDataFolder, openRuntime, prepareDatabase, prepareDataFolder, readEnv } from "@cml/runtime";
import { watchInbound } from "@cml/services/influence";
import { watchTileCounts } from "@cml/services/map";
import { loadDemo } from "@cml/services/overview";
import { buildApp } from "./app";
import { describeError } from "./describe-error";
import { createProcessors } from "./processors";
import { asStartError, requireFreePort } from "./require-free-port";
import { runAsProgram, stopOnSignals } from "./run-as-program";
import { createUndoStack, type UndoStack } from "./undo-stack";

export type RunOptions = {
  /** Wins over PORT. */
  port?: number;
  /** Wins over DATA_DIR. */
  dataDir?: string;
  /** Loads the demo organisation when there is nothing yet. */
  demo?: boolean;
  onClosed?: () => void | Promise<void>;
};

/** The running product, as the launcher describes it to a person. */
export type House = {
  url: string;
  dataDir: string;
  embeddedMail: boolean;
  /** Made on this start; null when there was one. */
  administrator: Account | null;
  /** Accounts of the demo made on this start. */
  people: Account[];
  close: () => Promise<void>;
};

/** Graceful stop: requests and jobs in hand have so long to end. */
const graceMs = 10_000;

/** Starts everything in this process, or throws having stopped whatever it had started. Ctrl-C and SIGTERM stop it. */
export const run = (options: RunOptions = {}): Promise<House> => {
  const started = start(options);
  stopOnSignals(async () => (await started.catch(() => null))?.close());
  return started;
};

const start = async ({ port, dataDir, demo = false, onClosed }: RunOptions): Promise<House> => {
  const env = readEnv({ PORT: port?.toString(), DATA_DIR: dataDir });
  const undo = createUndoStack((name, error) => process.stderr.write(`${name} did not stop: ${describeError(error).message}\n`));
  if (onClosed !== undefined) undo.add("the launcher", onClosed);
  try {
    await requireFreePort(env);
    await prepareDataFolder(env.DATA_DIR);
    // With a database of its own choice a server may share the folder with others behind the same proxy.
    if (env.DATABASE_URL === undefined) undo.add("the lock", lockDataFolder(env.DATA_DIR, env.PORT));
    return { ...(await raise(env, undo, demo)), dataDir: env.DATA_DIR, close: undo.run };
  } catch (error) {
    await undo.run();
    throw error;
  }
};

const raise = async (env: Env, undo: UndoStack, demo: boolean): Promise<Omit<House, "dataDir" | "close">> => {
  const runtime = await openRuntime(env);
  undo.add("the runtime", runtime.close);
  const { administrator } = await prepareDatabase(runtime);
  const people = demo ? (await loadDemo(runtime.deps)).people : [];
  if (env.WORKERS === "inline") {
    const workers = await runtime.jobs.startWorkers(createProcessors(runtime.deps));
    undo.add("the workers", async () => {
      await workers.close(graceMs);
    });
    await runtime.jobs.applySchedules();
    undo.add("the watch over schedules", runtime.jobs.watchSchedules().stop);
    undo.add("the inbound mailbox", watchInbound(runtime.deps).stop);
    undo.add("the counting of doors", watchTileCounts(runtime.deps).stop);
  }
  const app = await buildApp(runtime.deps, {
    web: webFolders(env.WEB_DIR),
    trustProxy: env.TRUST_PROXY,
    metricsToken: env.METRICS_TOKEN,
    rateLimitFactor: env.RATE_LIMIT_FACTOR,
    checks: runtime.checks,
  });
  undo.add("the server", () => app.close());
  await app.listen({ host: env.HOST, port: env.PORT }).catch((error: unknown) => {
    throw asStartError(error, env.PORT);
  });
  return { url: env.PUBLIC_URL, embeddedMail: runtime.deps.config.embeddedMail, administrator, people };
};

/** Built browser apps: beside this app in the repository, or where a container image has put them. */
const webFolders = (folder: string | undefined) => {
  const apps = fileURLToPath(new URL("../../", import.meta.url));
  const at = (name: string) => (folder === undefined ? path.join(apps, name, "dist") : path.join(path.resolve(folder), name));
  return { admin: at("admin"), canvass: at("canvass"), public: at("public") };
};

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runAsProgram(async () => {
    const { url, administrator } = await run();
    process.stdout.write(`Changemaker is running: ${url}\n`);
    if (administrator !== null)
      process.stdout.write(`Administrator (shown once): ${administrator.email}  password: ${administrator.password}\n`);
  });
}

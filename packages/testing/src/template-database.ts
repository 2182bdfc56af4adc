import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { createDb, findEmbeddedPostgres, migrate, startEmbeddedPostgres, type RootDb } from "@cml/db";
import pg from "pg";

export type TemplateDatabase = { adminUrl: string; templateName: string };
export type TemplateOptions = {
  /** A PostgreSQL of your own whose user may create databases; otherwise one is started for the run. */
  adminUrl?: string;
  /** Fills the migrated template, for example with the seeds. */
  fill?: (db: RootDb) => Promise<void>;
};
type Running = TemplateDatabase & { stop: () => Promise<void> };
type Server = { adminUrl: string; stop: () => Promise<void> };

const folderPrefix = "cml-test-postgres-";
const shared = globalThis as typeof globalThis & { cmlTemplate?: { running: Promise<Running>; users: number } };

/**
 * One PostgreSQL for a test run (no fsync, in a temporary folder) with a migrated, filled database that tests clone.
 * Several vitest projects of one run share it; the last `stop` ends it.
 */
export const startTemplateDatabase = async (options: TemplateOptions = {}): Promise<Running> => {
  const entry = (shared.cmlTemplate ??= { running: prepare(options), users: 0 });
  entry.users += 1;
  const running = await entry.running;
  const stop = async (): Promise<void> => {
    entry.users -= 1;
    if (entry.users > 0) return;
    delete shared.cmlTemplate;
    await running.stop();
  };
  return { ...running, stop };
};

const prepare = async ({ adminUrl, fill }: TemplateOptions): Promise<Running> => {
  const server = adminUrl === undefined ? await startServer() : { adminUrl, stop: async () => undefined };
  const templateName = `cml_template_${process.pid}_${Date.now().toString(36)}`;
  try {
    await admin(server, `CREATE DATABASE "${templateName}"`);
    await fillTemplate(urlOf(server.adminUrl, templateName), fill);
  } catch (error) {
    await server.stop();
    throw error;
  }
  const stop = async (): Promise<void> => {
    if (adminUrl !== undefined) await admin(server, `DROP DATABASE IF EXISTS "${templateName}" WITH (FORCE)`);
    await server.stop();
  };
  return { adminUrl: server.adminUrl, templateName, stop };
};

const fillTemplate = async (url: string, fill: TemplateOptions["fill"]): Promise<void> => {
  await migrate(url);
  if (!fill) return;
  const db = createDb(url, { max: 2 });
  try {
    await fill(db);
  } finally {
    await db.close();
  }
};

const startServer = async (): Promise<Server> => {
  await removeLeftovers();
  const folder = path.join(os.tmpdir(), `${folderPrefix}${process.pid}`);
  fs.mkdirSync(folder, { recursive: true, mode: 0o755 });
  const server = await startEmbeddedPostgres({ folder: path.join(folder, "postgres"), durable: false });
  const stop = async (): Promise<void> => {
    await server.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  };
  return { adminUrl: server.url, stop };
};

// A run that was killed leaves its server behind; the next run ends it.
const removeLeftovers = async (): Promise<void> => {
  for (const name of fs.readdirSync(os.tmpdir()).filter((entry) => entry.startsWith(folderPrefix))) {
    const pid = Number(name.slice(folderPrefix.length));
    if (pid === process.pid || isAlive(pid)) continue;
    const folder = path.join(os.tmpdir(), name, "postgres");
    if (findEmbeddedPostgres(folder) !== null) await (await startEmbeddedPostgres({ folder })).stop();
    fs.rmSync(path.dirname(folder), { recursive: true, force: true });
  }
};

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
};

const admin = async (server: Pick<Server, "adminUrl">, sql: string): Promise<void> => {
  const client = new pg.Client({ connectionString: server.adminUrl });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
};

/** The same server's connection string for another database. */
export const urlOf = (adminUrl: string, database: string): string => {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  return url.toString();
};

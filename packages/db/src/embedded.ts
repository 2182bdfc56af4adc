import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import pg from "pg";
import { postgresBinaries, type PostgresBinaries } from "./embedded-binaries";
import { clusterOwner, requireReachable, type ClusterOwner } from "./embedded-owner";
import { findPostmaster, removeStalePidFile } from "./postmaster";

const run = promisify(execFile);
const database = "changemaker";
const role = "changemaker";

export type EmbeddedOptions = {
  /** Folder of the cluster, for example DATA_DIR/postgres; made when missing. */
  folder: string;
  /** False only for tests: no fsync, so a power cut may lose the cluster. */
  durable?: boolean;
};

export type EmbeddedPostgres = {
  /** Connection string of the database "changemaker". */
  url: string;
  pid: number;
  /** True when a server left over from a killed process was taken over. */
  adopted: boolean;
  /** Stops it; with `onlyIfUnused`, leaves it to other processes that are connected. Says whether it stopped. */
  stop: (options?: { onlyIfUnused?: boolean }) => Promise<boolean>;
};

type Cluster = { folder: string; password: string; binaries: PostgresBinaries; owner: ClusterOwner };

/**
 * Starts PostgreSQL 16 on the loopback address and a free port, makes the cluster the first time, and takes over a server
 * that survived a killed process. It runs as a process of its own, so Ctrl-C reaches it only through `stop`.
 */
export const startEmbeddedPostgres = async ({ folder, durable = true }: EmbeddedOptions): Promise<EmbeddedPostgres> => {
  const cluster = prepare(path.resolve(folder));
  if (!fs.existsSync(path.join(cluster.folder, "PG_VERSION"))) await initialise(cluster);
  const survivor = await adopt(cluster);
  if (survivor !== null) return survivor;
  removeStalePidFile(cluster.folder);
  await launch(cluster, { port: await freePort(), durable });
  const server = await connectTo(cluster, false);
  if (server === null) throw new Error(`The embedded PostgreSQL did not start; its log is ${logFile(cluster.folder)}.`);
  return server;
};

/** Connection string of the embedded PostgreSQL running on `folder`, or null: for programs beside a running server. */
export const findEmbeddedPostgres = (folder: string): string | null => {
  const postmaster = findPostmaster(path.resolve(folder));
  const file = passwordFile(path.resolve(folder));
  if (postmaster === null || !postmaster.isReady || !fs.existsSync(file)) return null;
  return urlOf(postmaster.port, fs.readFileSync(file, "utf8").trim(), database);
};

const prepare = (folder: string): Cluster => {
  const binaries = postgresBinaries();
  const owner = clusterOwner();
  requireReachable(owner, binaries.initdb);
  fs.mkdirSync(path.dirname(folder), { recursive: true });
  requireReachable(owner, folder);
  const file = passwordFile(folder);
  if (!fs.existsSync(file)) fs.writeFileSync(file, `${randomBytes(24).toString("base64url")}\n`, { mode: 0o600, flag: "wx" });
  return { folder, password: fs.readFileSync(file, "utf8").trim(), binaries, owner };
};

// Made beside its place and renamed, so that a cluster is there whole or not at all.
const initialise = async ({ folder, password, binaries, owner }: Cluster): Promise<void> => {
  const unfinished = `${folder}.new`;
  const passwordCopy = `${folder}.initdb`;
  fs.rmSync(unfinished, { recursive: true, force: true });
  fs.mkdirSync(unfinished, { mode: 0o700 });
  fs.writeFileSync(passwordCopy, `${password}\n`, { mode: 0o600 });
  try {
    if (owner.uid !== undefined && owner.gid !== undefined) {
      for (const file of [unfinished, passwordCopy]) fs.chownSync(file, owner.uid, owner.gid);
    }
    await command(
      binaries.initdb,
      [
        `--pgdata=${unfinished}`,
        `--username=${role}`,
        `--pwfile=${passwordCopy}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C",
        // Sorts names as people do in both languages, the same on every machine.
        "--locale-provider=icu",
        "--icu-locale=und",
        "--data-checksums",
        "--no-sync",
      ],
      owner,
    );
    fs.rmSync(folder, { recursive: true, force: true });
    fs.renameSync(unfinished, folder);
  } finally {
    fs.rmSync(passwordCopy, { force: true });
  }
};

const launch = async ({ folder, binaries, owner }: Cluster, { port, durable }: { port: number; durable: boolean }): Promise<void> => {
  const log = logFile(folder);
  fs.rmSync(log, { force: true });
  const settings = Object.entries(settingsOf(port, durable)).map(([name, value]) => `-c ${name}=${value}`);
  try {
    await command(binaries.pgCtl, ["start", "-w", "-t", "60", "-D", folder, "-l", log, "-o", settings.join(" ")], owner);
  } catch (cause) {
    const words = fs.existsSync(log) ? fs.readFileSync(log, "utf8").trim().split("\n").slice(-3).join(" ") : "";
    throw new Error(`The embedded PostgreSQL did not start: ${words || (cause instanceof Error ? cause.message : String(cause))}`, {
      cause,
    });
  }
};

const settingsOf = (port: number, durable: boolean): Record<string, string | number> => ({
  port,
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "''",
  max_connections: 60,
  shared_buffers: "48MB",
  work_mem: "8MB",
  maintenance_work_mem: "64MB",
  effective_cache_size: "512MB",
  random_page_cost: 1.1,
  max_wal_size: "1GB",
  autovacuum_max_workers: 2,
  max_parallel_workers_per_gather: 1,
  max_logical_replication_workers: 0,
  wal_level: "minimal",
  max_wal_senders: 0,
  jit: "off",
  timezone: "UTC",
  lc_messages: "C",
  ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off", autovacuum: "off" }),
});

// A server of a killed process may still be recovering; one that never answers is stopped, and started anew by the caller.
const adopt = async (cluster: Cluster): Promise<EmbeddedPostgres | null> => {
  for (let tries = 0; tries < 100; tries += 1) {
    const postmaster = findPostmaster(cluster.folder);
    if (postmaster === null) return null;
    if (postmaster.isReady) {
      const server = await connectTo(cluster, true);
      if (server !== null) return server;
    }
    await wait(100);
  }
  await stopCluster(cluster);
  return null;
};

const connectTo = async (cluster: Cluster, adopted: boolean): Promise<EmbeddedPostgres | null> => {
  const postmaster = findPostmaster(cluster.folder);
  if (postmaster === null) return null;
  const adminUrl = urlOf(postmaster.port, cluster.password, "postgres");
  const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [database]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${database}`);
  } catch (error) {
    if (adopted) return null;
    throw error;
  } finally {
    await client.end();
  }
  const stop = async ({ onlyIfUnused = false } = {}): Promise<boolean> => {
    if (onlyIfUnused && (await isInUse(adminUrl))) return false;
    await stopCluster(cluster);
    return true;
  };
  return { url: urlOf(postmaster.port, cluster.password, database), pid: postmaster.pid, adopted, stop };
};

const isInUse = async (adminUrl: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      "SELECT 1 FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() LIMIT 1",
    );
    return rowCount !== 0;
  } finally {
    await client.end();
  }
};

const stopCluster = async ({ folder, binaries, owner }: Cluster): Promise<void> => {
  if (findPostmaster(folder) === null) return;
  await command(binaries.pgCtl, ["stop", "-w", "-t", "60", "-m", "fast", "-D", folder], owner);
};

// From "/", because the user postgres may not see the folder we stand in.
const command = async (file: string, args: string[], owner: ClusterOwner): Promise<void> => {
  await run(file, args, { ...owner, cwd: "/" });
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (address !== null && typeof address === "object" ? resolve(address.port) : reject(new Error("no free port"))));
    });
  });

const urlOf = (port: number, password: string, name: string): string => `postgresql://${role}:${password}@127.0.0.1:${port}/${name}`;
const passwordFile = (folder: string): string => `${folder}.password`;
const logFile = (folder: string): string => path.join(folder, "server.log");

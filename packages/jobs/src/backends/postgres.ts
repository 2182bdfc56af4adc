import { DEFAULT_SCHEMA, PostgresConnection, PostgresQueueBackend, runMigrations } from "bullmq";
import pg from "pg";
import { factsOfError, type JobsLog } from "../log";
import type { JobsBackend } from "./backend";

type ListenClient = Awaited<ReturnType<PostgresConnection["getListenClient"]>>;

/**
 * BullMQ gives each queue and each worker a pool and a LISTEN connection of its own. Here all of them share one pool, and
 * one of its connections listens for all, so that a process needs three connections for its queues, however many there are.
 */
class SharedConnection extends PostgresConnection {
  private readonly inOrder = new WeakSet<ListenClient>();

  /** Several workers subscribe over the one client, which pg wants to be asked one query at a time. */
  override async getListenClient(): Promise<ListenClient> {
    const client = await super.getListenClient();
    if (!this.inOrder.has(client)) {
      this.inOrder.add(client);
      oneQueryAtATime(client);
    }
    return client;
  }
  /** A closing queue or worker must not close what the others still use. */
  override close(): Promise<void> {
    return Promise.resolve();
  }
  closeForGood(): Promise<void> {
    return super.close();
  }
}

const oneQueryAtATime = (client: ListenClient): void => {
  const ask = client.query.bind(client);
  let last: Promise<unknown> = Promise.resolve();
  client.query = <R>(text: string, params?: readonly unknown[]) => {
    const answer = last.then(() => ask<R>(text, params));
    last = answer.catch(() => undefined);
    return answer;
  };
};

export type PostgresBackendOptions = { databaseUrl: string; maxConnections: number; log: JobsLog };

/** Creates or updates BullMQ's tables (schema `bullmq`) and opens the shared connections. */
export const openPostgresBackend = async ({ databaseUrl, maxConnections, log }: PostgresBackendOptions): Promise<JobsBackend> => {
  const pool = new pg.Pool({
    connectionString: inBullmqSchema(databaseUrl),
    max: maxConnections,
    keepAlive: true,
    application_name: "changemaker jobs",
  });
  pool.on("error", (error) => log.warn(factsOfError(error), "a connection of the job queues dropped"));
  try {
    await migrate(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  const connection = new SharedConnection(pool);
  connection.setMaxListeners(0);
  return {
    kind: "postgresql",
    factory: (name, options) => new PostgresQueueBackend(connection, name, { ...options, connection: pool }),
    drainDelaySeconds: 30,
    ping: async () => {
      await pool.query("SELECT 1");
    },
    close: async () => {
      await connection.closeForGood();
      await pool.end();
    },
  };
};

/** BullMQ's SQL names no schema, so every connection of the pool must look in its own. */
const inBullmqSchema = (databaseUrl: string): string => {
  const url = new URL(databaseUrl);
  const given = url.searchParams.get("options") ?? "";
  url.searchParams.set("options", `${given} -c search_path=${DEFAULT_SCHEMA}`.trim());
  return url.toString();
};

const migrate = async (pool: pg.Pool) => {
  const client = await pool.connect();
  try {
    await runMigrations(client);
  } finally {
    client.release();
  }
};

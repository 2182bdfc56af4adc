import { PrismaPg } from "@prisma/adapter-pg";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import pg from "pg";
import postgres from "postgres";
import { PrismaClient, type Prisma } from "./generated/client";

/** Runs after the transaction committed; never when it rolled back. */
export type CommitHook = () => Promise<void>;

/**
 * What every db function takes first. Inside `transaction` its `prisma` is the transaction; `drizzle` (schema "media")
 * and `pool` (COPY, hot SQL) always stand outside of it.
 */
export type Db = {
  prisma: Prisma.TransactionClient;
  drizzle: PostgresJsDatabase;
  pool: pg.Pool;
  /** Null outside a transaction. */
  commitHooks: CommitHook[] | null;
};

/** The Db of a process: can begin transactions and must be closed. */
export type RootDb = Db & { prisma: PrismaClient; url: string; close: () => Promise<void> };

export type DbOptions = {
  /** Connections for Prisma and raw SQL together. */
  max?: number;
  /** Connections for Drizzle; opened on first use, closed when idle. */
  mediaMax?: number;
  /** An idle connection broke (server restarted); the pool replaces it by itself. */
  onConnectionError?: (error: Error) => void;
};

/**
 * Opens the database at `url`. With the defaults one process uses at most 11 connections here, which leaves four of the
 * fifteen it may have for the queue and for listening.
 */
export const createDb = (url: string, { max = 9, mediaMax = 2, onConnectionError = () => undefined }: DbOptions = {}): RootDb => {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
    application_name: "changemaker",
    // Timestamps are UTC whatever the server's zone; a transaction somebody forgot is ended.
    options: "-c timezone=UTC -c idle_in_transaction_session_timeout=300000",
  });
  pool.on("error", onConnectionError);
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool, { onPoolError: onConnectionError }), errorFormat: "minimal" });
  const mediaSql = postgres(url, {
    max: mediaMax,
    idle_timeout: 20,
    connect_timeout: 10,
    onnotice: () => undefined,
    connection: { application_name: "changemaker-media", TimeZone: "UTC" },
  });
  const close = async (): Promise<void> => {
    await prisma.$disconnect();
    await Promise.all([mediaSql.end({ timeout: 5 }), pool.end()]);
  };
  return { prisma, drizzle: drizzle(mediaSql), pool, commitHooks: null, url, close };
};

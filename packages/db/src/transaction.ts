import type { PoolClient } from "pg";
import type { CommitHook, Db } from "./client";
import { isSerializationFailure } from "./errors";
import type { Prisma, PrismaClient } from "./generated/client";

/** A plain connection inside a transaction of its own. */
export type RawClient = PoolClient;

export type TransactionOptions = {
  isolation?: Prisma.TransactionIsolationLevel;
  /** How long the whole transaction may take. */
  timeoutMs?: number;
  /** How often it is run again when it lost against another one (serialisation failure, deadlock). */
  retries?: number;
};

/**
 * Runs `work` in one Prisma transaction; inside another one it simply joins that. `work` may run again after a lost
 * race when `retries` says so, so it must touch nothing but the database.
 */
export const transaction = async <T>(db: Db, work: (tx: Db) => Promise<T>, options: TransactionOptions = {}): Promise<T> => {
  if (db.commitHooks !== null || !canBegin(db.prisma)) return work(db);
  const { isolation, timeoutMs = 15_000, retries = 0 } = options;
  for (let attempt = 0; ; attempt += 1) {
    const commitHooks: CommitHook[] = [];
    try {
      const result = await db.prisma.$transaction((prisma) => work({ ...db, prisma, commitHooks }), {
        isolationLevel: isolation,
        timeout: timeoutMs,
        maxWait: 10_000,
      });
      for (const hook of commitHooks) await hook();
      return result;
    } catch (error) {
      if (attempt >= retries || !isSerializationFailure(error)) throw error;
    }
  }
};

/** Runs `hook` after the transaction of `db` committed, at once when there is none. Rows must already carry what a lost hook would lose. */
export const afterCommit = async (db: Db, hook: CommitHook): Promise<void> => {
  if (db.commitHooks === null) await hook();
  else db.commitHooks.push(hook);
};

/** One transaction on a plain connection, for COPY and SQL that must commit together with it. */
export const rawTransaction = async <T>(db: Db, work: (client: PoolClient) => Promise<T>): Promise<T> => {
  const client = await db.pool.connect();
  try {
    await client.query("BEGIN");
    const result = await work(client);
    await client.query("COMMIT");
    client.release();
    return result;
  } catch (error) {
    // A connection whose rollback fails is not given back to the pool.
    await client.query("ROLLBACK").then(
      () => client.release(),
      (broken: unknown) => client.release(broken instanceof Error ? broken : true),
    );
    throw error;
  }
};

const canBegin = (prisma: Prisma.TransactionClient): prisma is PrismaClient => "$transaction" in prisma;

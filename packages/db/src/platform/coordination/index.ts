import type { RootDb } from "../../client";
import { createPostgresEvents } from "./events";
import { createPostgresLimiter } from "./limiter";
import { createPostgresLocks } from "./locks";
import { openSession, type CoordinationLog } from "./session";

/** Limits, locks and events between processes over PostgreSQL: one connection more, beside the pool. */
export const createPostgresCoordination = async (db: Pick<RootDb, "url" | "pool">, log: CoordinationLog) => {
  const session = await openSession(db.url, log);
  return {
    limiter: createPostgresLimiter(db.pool),
    locks: createPostgresLocks(session, log),
    events: createPostgresEvents(session, log),
    close: session.close,
  };
};

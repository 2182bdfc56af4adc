import type { RootDb } from "@cml/db";
import { createPostgresCoordination } from "@cml/db/platform";
import { createRedisCoordination } from "@cml/jobs";
import type { Events, Limiter, Locks, Logger } from "@cml/services";
import type { Env } from "./env";

type Coordination = { limiter: Limiter; locks: Locks; events: Events; close: () => Promise<void> };

/** Limits, locks and events between processes, on Redis when there is one, else on the database. */
export const openCoordination = ({ env, db, logger }: { env: Env; db: RootDb; logger: Logger }): Promise<Coordination> =>
  env.REDIS_URL === undefined ? createPostgresCoordination(db, logger) : createRedisCoordination({ redisUrl: env.REDIS_URL, log: logger });

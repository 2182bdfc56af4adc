import { createDb } from "@cml/db";
import { createPostgresCoordination } from "@cml/db/platform";
import type { DomainEvent } from "@cml/domain/platform";
import { createRedisCoordination } from "@cml/jobs";
import { serveTestProcess } from "@cml/testing/processes";

// The other process of the coordination contract: it takes places, holds locks and listens.
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const redisUrl = process.env["TEST_REDIS_URL"];
const { limiter, locks, events } =
  redisUrl === undefined
    ? await createPostgresCoordination(createDb(process.env["TEST_DATABASE_URL"] ?? "", { max: 2 }), log)
    : await createRedisCoordination({ redisUrl, log, lockExpirySeconds: 1 });

const heard: DomainEvent[] = [];
events.subscribe((event) => heard.push(event));
const releases = new Map<string, () => void>();

const methods = {
  take: (key: string, limit: number) => limiter.take(key, { limit, windowSeconds: 60 }),
  hold: (name: string): Promise<boolean> =>
    new Promise((resolve) => {
      const holding = locks.tryLock(name, () => {
        resolve(true);
        return new Promise<void>((release) => releases.set(name, release));
      });
      void holding.then((held) => held === null && resolve(false));
    }),
  release: (name: string) => releases.get(name)?.(),
  publish: (event: DomainEvent) => events.publish(event),
  heard: () => heard,
};
export type CoordinationProcess = typeof methods;

serveTestProcess(methods);

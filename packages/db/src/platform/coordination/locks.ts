import { createMutexes } from "./mutexes";
import type { CoordinationLog, Session } from "./session";

const channel = "cml_locks";
/** A released lock is announced; this is for holders that died without a word. */
const retryMs = 1000;

const lockSql = "SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS got";
const unlockSql = `SELECT pg_advisory_unlock(hashtextextended($1, 0)), pg_notify('${channel}', $1)`;

/**
 * Named locks as session-level advisory locks: PostgreSQL frees them when the connection ends, however the process died.
 * They are re-entrant for their session, so callers within this process queue for a mutex first.
 */
export const createPostgresLocks = (session: Session, log: CoordinationLog) => {
  const mutexes = createMutexes();
  const held = new Set<string>();
  const waiting = new Map<string, () => void>();

  session.listen(channel, (name) => waiting.get(name)?.());
  session.onReconnected(async () => {
    for (const name of held)
      if (!(await tryTake(name))) log.error({ lock: name }, "a lock was lost with the connection while its work goes on");
  });

  const tryTake = async (name: string): Promise<boolean> => {
    const { rows } = await session.query(lockSql, [name]);
    return rows[0]?.["got"] === true;
  };
  const released = (name: string): Promise<void> =>
    new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        waiting.delete(name);
        resolve();
      };
      const timer = setTimeout(done, retryMs);
      waiting.set(name, done);
    });
  const run = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    held.add(name);
    try {
      return await work();
    } finally {
      held.delete(name);
      // Without the connection the lock is free already.
      await session
        .query(unlockSql, [name])
        .catch((error: unknown) => log.warn({ lock: name, error: String(error) }, "a lock was not released"));
    }
  };

  return {
    withLock: <T>(name: string, work: () => Promise<T>): Promise<T> =>
      mutexes.run(name, async () => {
        for (;;) {
          const announced = released(name);
          if (await tryTake(name)) {
            waiting.get(name)?.();
            return run(name, work);
          }
          await announced;
        }
      }),
    tryLock: async <T>(name: string, work: () => Promise<T>): Promise<{ result: T } | null> => {
      if (mutexes.isTaken(name)) return null;
      return mutexes.run(name, async () => ((await tryTake(name)) ? { result: await run(name, work) } : null));
    },
  };
};

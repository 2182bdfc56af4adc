import { createPostgresCoordination } from "@cml/db/platform";
import type { DomainEvent } from "@cml/domain/platform";
import { createRedisCoordination } from "@cml/jobs";
import type { Events, Limiter, Locks } from "@cml/services";
import { createTestDb } from "@cml/testing";
import { startTestProcess, startTestRedis, type TestProcess } from "@cml/testing/processes";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { CoordinationProcess } from "./coordination-process";

// One contract, two backends, two processes each.
const { db, url, drop } = await createTestDb();
const redis = await startTestRedis({ required: process.env["CI"] !== undefined });
afterAll(async () => {
  await redis?.stop();
  await drop();
});

type Coordination = { limiter: Limiter; locks: Locks; events: Events; close: () => Promise<void> };
type Backend = { name: string; env: Record<string, string>; open: () => Promise<Coordination> };
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const backends: Backend[] = [{ name: "PostgreSQL", env: { TEST_DATABASE_URL: url }, open: () => createPostgresCoordination(db, log) }];
if (redis !== null) {
  const open = () => createRedisCoordination({ redisUrl: redis.url, log, lockExpirySeconds: 1 });
  backends.push({ name: "Redis", env: { TEST_REDIS_URL: redis.url }, open });
}

const settings: DomainEvent = { type: "settings.changed" };
let names = 0;
const unused = () => `name-${(names += 1)}`;

describe.each(backends)("coordination over $name", ({ env, open }) => {
  let here: Coordination;
  let there: TestProcess<CoordinationProcess>;
  const startOther = () => startTestProcess<CoordinationProcess>(new URL("./coordination-process.ts", import.meta.url), env);

  beforeAll(async () => {
    [here, there] = await Promise.all([open(), startOther()]);
  });
  afterAll(async () => {
    await there.stop();
    await here.close();
  });

  describe("limits", () => {
    it("counts both processes together and says how long to wait", async () => {
      const key = unused();
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, n) =>
          n % 2 === 0 ? here.limiter.take(key, { limit: 6, windowSeconds: 60 }) : there.call("take", key, 6),
        ),
      );
      expect(answers.filter(({ allowed }) => allowed)).toHaveLength(6);
      const refused = await here.limiter.take(key, { limit: 6, windowSeconds: 60 });
      expect(refused.allowed).toBe(false);
      expect(refused.retryAfterSeconds).toBeGreaterThan(50);
      expect(refused.retryAfterSeconds).toBeLessThanOrEqual(60);
    });

    it("keeps keys apart and gives places back", async () => {
      const [one, other] = [unused(), unused()];
      const rule = { limit: 1, windowSeconds: 60 };
      expect(await here.limiter.take(one, rule)).toEqual({ allowed: true, retryAfterSeconds: 0, used: 1 });
      expect((await here.limiter.take(other, rule)).allowed).toBe(true);
      expect((await there.call("take", one, 1)).allowed).toBe(false);
      await here.limiter.reset(one);
      expect((await there.call("take", one, 1)).allowed).toBe(true);
    });

    it("opens a new window when the old one is over", async () => {
      const key = unused();
      const rule = { limit: 1, windowSeconds: 0.3 };
      expect((await here.limiter.take(key, rule)).allowed).toBe(true);
      expect(await here.limiter.take(key, rule)).toMatchObject({ allowed: false, retryAfterSeconds: 1 });
      await vi.waitFor(async () => expect((await here.limiter.take(key, rule)).allowed).toBe(true), { interval: 50 });
    });
  });

  describe("locks", () => {
    it("are held by one process at a time", async () => {
      const name = unused();
      expect(await there.call("hold", name)).toBe(true);
      expect(await here.locks.tryLock(name, async () => "mine")).toBeNull();
      expect(await here.locks.tryLock(unused(), async () => "another one is free")).toEqual({ result: "another one is free" });
      const waiting = here.locks.withLock(name, async () => "mine");
      await there.call("release", name);
      expect(await waiting).toBe("mine");
      expect(await there.call("hold", name)).toBe(true);
      await there.call("release", name);
    });

    it("exclude callers within one process too, and pass on in turn", async () => {
      const name = unused();
      let inside = 0;
      let most = 0;
      const work = async () => {
        inside += 1;
        most = Math.max(most, inside);
        await new Promise(setImmediate);
        inside -= 1;
      };
      await Promise.all(Array.from({ length: 8 }, () => here.locks.withLock(name, work)));
      expect(most).toBe(1);
      await here.locks.withLock(name, async () => {
        expect(await here.locks.tryLock(name, work)).toBeNull();
      });
    });

    it("are free again when the work failed", async () => {
      const name = unused();
      await expect(here.locks.withLock(name, () => Promise.reject(new Error("no luck")))).rejects.toThrow("no luck");
      expect(await there.call("hold", name)).toBe(true);
      await there.call("release", name);
    });

    it("are free again when their holder was killed", async () => {
      const name = unused();
      const doomed = await startOther();
      expect(await doomed.call("hold", name)).toBe(true);
      const waiting = here.locks.withLock(name, async () => "inherited");
      await doomed.kill();
      expect(await waiting).toBe("inherited");
    });

    it("stay with work that takes longer than any expiry", async () => {
      const name = unused();
      let finish: (() => void) | undefined;
      const long = here.locks.withLock(name, () => new Promise<void>((resolve) => (finish = resolve)));
      await vi.waitFor(() => expect(finish).toBeDefined());
      const until = Date.now() + 1500;
      await vi.waitFor(
        async () => {
          expect(await there.call("hold", name)).toBe(false);
          expect(Date.now()).toBeGreaterThan(until);
        },
        { timeout: 5000, interval: 100 },
      );
      finish?.();
      await long;
    });
  });

  describe("events", () => {
    it("reach this process and the other, each once", async () => {
      const heard: DomainEvent[] = [];
      const stop = here.events.subscribe((event) => heard.push(event));
      const before = (await there.call("heard")).length;
      await here.events.publish(settings);
      expect(heard).toEqual([settings]);
      await vi.waitFor(async () => expect((await there.call("heard")).slice(before)).toEqual([settings]));
      const user: DomainEvent = { type: "user.changed", userId: "0198a6f0-0000-7000-8000-000000000001" };
      await there.call("publish", user);
      await vi.waitFor(() => expect(heard).toEqual([settings, user]));
      stop();
      await there.call("publish", settings);
      await here.events.publish(settings);
      expect(heard).toEqual([settings, user]);
    });
  });
});

describe("the PostgreSQL session", () => {
  it("comes back after its connection was cut, with its subscriptions", async () => {
    const coordination = await createPostgresCoordination(db, log);
    const other = await createPostgresCoordination(db, log);
    const heard: DomainEvent[] = [];
    coordination.events.subscribe((event) => heard.push(event));
    await db.pool.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'changemaker coordination'",
    );
    await vi.waitFor(
      async () => {
        await other.events.publish(settings);
        expect(heard).toContainEqual(settings);
      },
      { timeout: 10_000, interval: 200 },
    );
    expect(await coordination.locks.tryLock("after the cut", async () => "works")).toEqual({ result: "works" });
    await coordination.close();
    await other.close();
  });
});

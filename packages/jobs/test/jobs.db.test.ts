import { createTestDb } from "@cml/testing";
import { startTestProcess, startTestRedis, type TestRedis } from "@cml/testing/processes";
import { Redis } from "ioredis";
import { v7 as newId } from "uuid";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { createJobs, JobPostponed, type Jobs, type Processors, type Schedule, type Workers } from "@cml/jobs";
import { idleProcessors, quickTiming, silentLog } from "./idle-processors";
import type { WorkerProcess } from "./worker-process";

const { db, url, drop } = await createTestDb();
const redis: TestRedis | null = await startTestRedis({ required: process.env["CI"] !== undefined });
afterAll(async () => {
  await redis?.stop();
  await drop();
});

type Server = {
  name: string;
  env: () => Record<string, string>;
  open: () => Promise<Jobs>;
  /** Takes the next run of a schedule of the queue "platform" away, as a failure while it is planned does. */
  loseNextRun: (job: string) => Promise<void>;
};
const open = (connection: { databaseUrl: string } | { redisUrl: string }) =>
  createJobs({ ...connection, log: silentLog, timing: quickTiming });
const servers: Server[] = [
  {
    name: "PostgreSQL",
    env: () => ({ TEST_DATABASE_URL: url }),
    open: () => open({ databaseUrl: url }),
    loseNextRun: async (job) => {
      await db.pool.query(`DELETE FROM bullmq.job WHERE scheduler_id = $1 AND state = 'delayed'`, [job]);
      await db.pool.query(`UPDATE bullmq.scheduler SET next_run_ms = 1000 WHERE scheduler_id = $1`, [job]);
    },
  },
  ...(redis === null
    ? []
    : [
        {
          name: "Redis",
          env: () => ({ TEST_REDIS_URL: redis.url }),
          open: () => open({ redisUrl: redis.url }),
          loseNextRun: async (job) => {
            const client = new Redis(redis.url);
            const next = await client.zscore("cml:platform:repeat", job);
            await client.zrem("cml:platform:delayed", `repeat:${job}:${next}`);
            await client.del(`cml:platform:repeat:${job}:${next}`);
            await client.zadd("cml:platform:repeat", 1000, job);
            await client.quit();
          },
        } satisfies Server,
      ]),
];

describe.each(servers)("jobs on $name", ({ env, open: openJobs, loseNextRun }) => {
  let jobs: Jobs;
  let workers: Workers[] = [];

  beforeAll(async () => {
    jobs = await openJobs();
  });
  afterEach(async () => {
    for (const each of workers) await each.close(5000);
    workers = [];
  });
  afterAll(async () => {
    await jobs.close();
  });

  const work = async (processors: Partial<Processors>) => {
    const started = await jobs.startWorkers({ ...idleProcessors, ...processors });
    workers.push(started);
    return started;
  };

  it("runs what was queued with its payload, at once, also when the worker has long been idle", async () => {
    const seen: string[] = [];
    await work({ "email.send-template-mail": async ({ mailId }) => void seen.push(mailId) });
    const [early, late] = [newId(), newId()];
    await jobs.add("email.send-template-mail", { mailId: early });
    await vi.waitFor(() => expect(seen).toEqual([early]));
    const before = Date.now();
    await jobs.add("email.send-template-mail", { mailId: late });
    await vi.waitFor(() => expect(seen).toEqual([early, late]), { interval: 5 });
    expect(Date.now() - before).toBeLessThan(1000);
  });

  it("queues a job id once, while it waits and after it is done", async () => {
    const seen: string[] = [];
    const mailId = newId();
    const jobId = `letter-${mailId}`;
    await jobs.add("email.send-template-mail", { mailId }, { jobId });
    await jobs.addMany("email.send-template-mail", [
      { payload: { mailId }, jobId },
      { payload: { mailId }, jobId },
    ]);
    await work({ "email.send-template-mail": async (payload) => void seen.push(payload.mailId) });
    await vi.waitFor(() => expect(seen).toEqual([mailId]));
    await jobs.add("email.send-template-mail", { mailId }, { jobId });
    const last = newId();
    await jobs.add("email.send-template-mail", { mailId: last });
    await vi.waitFor(() => expect(seen).toContain(last));
    expect(seen).toEqual([mailId, last]);
  });

  it("lets a mail somebody waits for pass the letters that were queued before it", async () => {
    await jobs.addMany(
      "email.send-letters",
      Array.from({ length: 300 }, () => ({ payload: { letterIds: [newId()] } })),
    );
    const mailId = newId();
    await jobs.add("email.send-template-mail", { mailId });
    expect((await jobs.counts()).email.waiting).toBe(301);
    const order: string[] = [];
    await work({
      "email.send-letters": async () => void order.push("letters"),
      "email.send-template-mail": async (payload) => void order.push(payload.mailId),
    });
    await vi.waitFor(() => expect(order).toHaveLength(301), { timeout: 20_000 });
    expect(order.indexOf(mailId)).toBe(0);
  });

  it("waits with a delayed job until it is due", async () => {
    const seen: number[] = [];
    await work({ "map.run-import": async () => void seen.push(Date.now()) });
    const asked = Date.now();
    await jobs.add("map.run-import", { importId: newId() }, { delayMs: 600 });
    await vi.waitFor(() => expect(seen).toHaveLength(1), { timeout: 10_000 });
    expect(seen[0]! - asked).toBeGreaterThanOrEqual(590);
    expect(seen[0]! - asked).toBeLessThan(5000);
  });

  it("runs a failed job again and tells it which attempt it is", async () => {
    const attempts: number[] = [];
    await work({
      "email.send-template-mail": async (_payload, { attempt }) => {
        attempts.push(attempt);
        if (attempt === 1) throw new Error("the first one fails");
      },
    });
    await jobs.add("email.send-template-mail", { mailId: newId() });
    await vi.waitFor(() => expect(attempts).toEqual([1, 2]), { timeout: 20_000 });
  });

  it("refuses payloads, job ids and processors that do not fit", async () => {
    await expect(jobs.add("email.send-template-mail", { mailId: "not an id" })).rejects.toThrow();
    await expect(jobs.add("email.send-template-mail", { mailId: newId() }, { jobId: "a:b" })).rejects.toThrow("cannot be a job id");
    const { "map.run-import": _left, ...incomplete } = idleProcessors;
    await expect(jobs.startWorkers(incomplete as Processors)).rejects.toThrow("No processor for map.run-import");
    await expect(jobs.startWorkers({ ...idleProcessors, "map.paint": async () => undefined } as Processors)).rejects.toThrow("map.paint");
  });

  it("gives the job of a killed worker to another one", async () => {
    const other = await startTestProcess<WorkerProcess>(new URL("./worker-process.ts", import.meta.url), env());
    await other.call("work");
    const importId = newId();
    await jobs.add("map.run-import", { importId });
    await vi.waitFor(async () => expect(await other.call("taken")).toEqual([importId]), { timeout: 10_000 });
    await other.kill();
    const seen: string[] = [];
    await work({ "map.run-import": async (payload) => void seen.push(payload.importId) });
    await vi.waitFor(() => expect(seen).toEqual([importId]), { timeout: 20_000 });
  });

  it("waits for running jobs when it closes, but not longer than told", async () => {
    let finish = (): void => undefined;
    let started = 0;
    const running = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const first = await work({
      "map.run-import": async () => {
        started += 1;
        await running;
      },
    });
    await jobs.add("map.run-import", { importId: newId() });
    await vi.waitFor(() => expect(started).toBe(1));
    expect(await first.close(50)).toEqual({ unfinished: true });
    finish();
    expect(await first.close(5000)).toEqual({ unfinished: false });
    expect((await jobs.counts()).map).toMatchObject({ active: 0, waiting: 0 });
  });

  it("lets a long job stop at a checkpoint when the process closes, without losing an attempt", async () => {
    const attempts: number[] = [];
    const first = await work({
      "map.run-import": (_payload, { signal, attempt }) =>
        new Promise((_resolve, reject) => {
          attempts.push(attempt);
          signal.addEventListener("abort", () => reject(new JobPostponed()));
        }),
    });
    await jobs.add("map.run-import", { importId: newId() });
    await vi.waitFor(() => expect(attempts).toEqual([1]));
    expect(await first.close(5000)).toEqual({ unfinished: false });
    await work({ "map.run-import": async (_payload, { attempt }) => void attempts.push(attempt) });
    await vi.waitFor(() => expect(attempts).toEqual([1, 1]), { timeout: 10_000 });
  });

  it("repeats what is scheduled, and forgets schedules that are no longer wanted", async () => {
    let sweeps = 0;
    await work({ "platform.dispatch-outbox": async () => void (sweeps += 1) });
    await jobs.applySchedules([
      { job: "platform.dispatch-outbox", everySeconds: 0.3 },
      { job: "platform.purge-expired", pattern: "0 3 * * *" },
    ]);
    await vi.waitFor(() => expect(sweeps).toBeGreaterThan(2), { timeout: 10_000 });
    await jobs.applySchedules([{ job: "platform.purge-expired", pattern: "0 3 * * *" }]);
    await vi.waitFor(async () => expect((await jobs.counts()).platform.delayed).toBe(1));
  });

  it("plans a schedule anew that lost its next run, once", async () => {
    const wanted: Schedule[] = [
      { job: "platform.dispatch-outbox", everySeconds: 3600 },
      { job: "platform.purge-expired", pattern: "0 3 * * *" },
    ];
    await work({});
    await jobs.applySchedules(wanted);
    const bothPlanned = () => vi.waitFor(async () => expect((await jobs.counts()).platform).toMatchObject({ waiting: 0, active: 0, delayed: 2 })); // prettier-ignore
    await bothPlanned();
    await loseNextRun("platform.dispatch-outbox");
    expect((await jobs.counts()).platform.delayed).toBe(1);

    const said = vi.spyOn(silentLog, "error");
    const watch = jobs.watchSchedules({ wanted, everyMs: 20 });
    await bothPlanned();
    await watch.stop();
    expect(said.mock.calls.map(([facts]) => facts)).toEqual([expect.objectContaining({ job: "platform.dispatch-outbox" })]);
    said.mockRestore();
    await jobs.applySchedules([]);
  });

  it("hands jobs to somebody else, who keeps, ends or loses them", async () => {
    const claims = await jobs.openClaims("media", { lockSeconds: 1 });
    expect(await claims.claim()).toBeNull();
    const payload = { videoId: newId(), jobId: newId() };
    await jobs.add("media.probe", payload);

    const held = await claims.claim();
    expect(held).toMatchObject({ name: "media.probe", payload, attempt: 1, maxAttempts: 3 });
    expect(await claims.claim()).toBeNull();
    expect(await claims.extend(held!)).toBe("OK");
    expect(await claims.extend({ ...held!, token: newId() })).toBe("GONE");
    expect(await claims.complete({ ...held!, token: newId() })).toBe("GONE");
    expect(await claims.complete(held!)).toBe("OK");
    expect(await claims.complete(held!)).toBe("GONE");

    await jobs.add("media.probe", payload);
    const silent = await claims.claim();
    const again = await vi.waitFor(
      async () => {
        const next = await claims.claim();
        expect(next).toMatchObject({ jobId: silent!.jobId, payload });
        return next!;
      },
      { timeout: 10_000 },
    );
    expect(await claims.extend(silent!)).toBe("GONE");
    expect(await claims.fail(again, { reason: "no such file", final: true })).toBe("OK");
    expect((await jobs.counts()).media).toEqual({ waiting: 0, active: 0, delayed: 0, failed: 1 });
    await claims.close();
  });
});

describe("jobs on PostgreSQL", () => {
  const ofJobs = "FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'changemaker jobs'";

  it("hold three connections, and go on when all of them are cut", async () => {
    const jobs = await open({ databaseUrl: url });
    const seen: string[] = [];
    const workers = await jobs.startWorkers({
      ...idleProcessors,
      "email.send-template-mail": async ({ mailId }) => void seen.push(mailId),
    });
    const [before, after] = [newId(), newId()];
    await jobs.add("email.send-template-mail", { mailId: before });
    await vi.waitFor(() => expect(seen).toEqual([before]));
    const { rows } = await db.pool.query<{ count: number }>(`SELECT count(*)::int AS count ${ofJobs}`);
    expect(rows[0]?.count).toBeLessThanOrEqual(3);

    await db.pool.query(`SELECT pg_terminate_backend(pid) ${ofJobs}`);
    await vi.waitFor(() => jobs.add("email.send-template-mail", { mailId: after }, { jobId: "after-the-cut" }), { timeout: 10_000 });
    await vi.waitFor(() => expect(seen).toEqual([before, after]), { timeout: 10_000 });
    await workers.close(5000);
    await jobs.close();
  });
});

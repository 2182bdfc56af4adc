import { transaction } from "@cml/db";
import { deleteDispatchedOutboxRows } from "@cml/db/platform";
import { createTestDb, fakeJobs, testDeps } from "@cml/testing";
import { startTestProcess } from "@cml/testing/processes";
import { v7 as newId } from "uuid";
import { afterAll, beforeEach, expect, it } from "vitest";
import type { OutboxProcess } from "../../test/outbox-process";
import type { Deps } from "../deps";
import { dispatchOutbox } from "./dispatch-outbox";
import { queueJob, queueJobs } from "./queue-job";

const { db, url, drop } = await createTestDb();
afterAll(drop);

const setUp = () => testDeps({ db });
let deps: ReturnType<typeof setUp>;
beforeEach(async () => {
  await db.prisma.outbox.deleteMany();
  deps = setUp();
  // The fakes must fit the port they stand for.
  deps satisfies Deps;
});

const letter = () => ({ name: "email.send-template-mail", payload: { mailId: newId() } }) as const;

it("queues a job when its transaction commits, not before", async () => {
  const job = letter();
  await transaction(db, async (tx) => {
    await queueJob(deps, tx, job);
    expect(deps.jobs.added).toEqual([]);
  });
  expect(deps.jobs.payloadsOf("email.send-template-mail")).toEqual([job.payload]);
  expect(await dispatchOutbox(deps)).toBe(0);
});

it("forgets a job whose transaction rolled back", async () => {
  const failing = transaction(db, async (tx) => {
    await queueJob(deps, tx, letter());
    throw new Error("changed my mind");
  });
  await expect(failing).rejects.toThrow("changed my mind");
  expect(deps.jobs.added).toEqual([]);
  expect(await db.prisma.outbox.count()).toBe(0);
});

it("hands on many jobs of one transaction together, each with an id of its own", async () => {
  await transaction(db, (tx) => queueJobs(deps, tx, Array.from({ length: 450 }, letter)));
  expect(deps.jobs.added).toHaveLength(450);
  expect(new Set(deps.jobs.added.map(({ jobId }) => jobId)).size).toBe(450);
});

it("refuses a payload that no processor could read", async () => {
  await expect(queueJob(deps, db, { name: "email.send-template-mail", payload: { mailId: "no id" } })).rejects.toThrow();
  expect(await db.prisma.outbox.count()).toBe(0);
});

it("lets a change stand when the queue is away, and brings its job later under the same id", async () => {
  const away = { ...fakeJobs(), addMany: () => Promise.reject(new Error("the queue is away")) };
  const job = { ...letter(), jobId: "letter-7" };
  await transaction(db, (tx) => queueJob({ ...deps, jobs: away }, tx, job));
  const [row] = await db.prisma.outbox.findMany();
  expect(row).toMatchObject({ dispatchedAt: null, attempts: 1, lastError: "Error: the queue is away" });

  expect(await dispatchOutbox(deps)).toBe(0);
  deps.clock.advance(31_000);
  expect(await dispatchOutbox(deps)).toBe(1);
  expect(deps.jobs.added).toMatchObject([{ payload: job.payload, jobId: "letter-7" }]);
});

it("holds a job back until it is due", async () => {
  await queueJob(deps, db, { ...letter(), availableAt: new Date(deps.clock.now().getTime() + 60_000) });
  expect(await dispatchOutbox(deps)).toBe(0);
  deps.clock.advance(60_000);
  expect(await dispatchOutbox(deps)).toBe(1);
});

it("gives each row to one of several dispatchers", async () => {
  deps.clock.advance(-1000);
  await queueJobs(
    { ...deps, jobs: { ...fakeJobs(), addMany: () => Promise.reject(new Error("away")) } },
    db,
    Array.from({ length: 600 }, letter),
  );
  deps.clock.advance(31_000);
  const counts = await Promise.all([dispatchOutbox(deps), dispatchOutbox(deps), dispatchOutbox(deps)]);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(600);
  expect(deps.jobs.added).toHaveLength(600);
});

it("finds the job of a process that was killed between its commit and its queue", async () => {
  const doomed = await startTestProcess<OutboxProcess>(new URL("../../test/outbox-process.ts", import.meta.url), {
    TEST_DATABASE_URL: url,
  });
  const { payload } = letter();
  // Its queue never answers, so it is killed while handing the job on.
  await doomed.call("commitAndHang", payload.mailId);
  await doomed.kill();
  expect(await db.prisma.outbox.findMany()).toMatchObject([{ dispatchedAt: null }]);

  deps.clock.set(new Date(Date.now() + 31_000));
  expect(await dispatchOutbox(deps)).toBe(1);
  expect(deps.jobs.payloadsOf("email.send-template-mail")).toEqual([payload]);
});

it("purges rows some days after they were handed on, and only those", async () => {
  await queueJob(deps, db, letter());
  await queueJob(deps, db, { ...letter(), availableAt: new Date("2030-01-01T00:00:00Z") });
  expect(await deleteDispatchedOutboxRows(db, { before: deps.clock.now() })).toBe(0);
  deps.clock.advance(1000);
  expect(await deleteDispatchedOutboxRows(db, { before: deps.clock.now() })).toBe(1);
  expect(await db.prisma.outbox.count()).toBe(1);
});

import { createDb } from "@cml/db";
import { createPostgresCoordination } from "@cml/db/platform";
import { systemActor } from "@cml/domain/kernel";
import { createMailer } from "@cml/integrations/email";
import { createJobs, createRedisCoordination, processedJobNames, type Processors } from "@cml/jobs";
import { releaseLetters, sendLetters } from "@cml/services/influence";
import { testConfig, testDeps } from "@cml/testing";
import { serveTestProcess } from "@cml/testing/processes";

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const databaseUrl = process.env["TEST_DATABASE_URL"] ?? "";
const redisUrl = process.env["TEST_REDIS_URL"];
const nothing = async (): Promise<void> => undefined;
const idle = Object.fromEntries(processedJobNames.map((name) => [name, nothing])) as unknown as Processors;

/** Releases, queues and hands over what is due, as the worker of the server does, until it is killed. */
const work = async (smtpPort: number): Promise<void> => {
  const db = createDb(databaseUrl, { max: 6 });
  // A dead worker's jobs come back after a second.
  const timing = { lockSeconds: 1, stalledCheckSeconds: 0.5 };
  const jobs = await createJobs({ ...(redisUrl === undefined ? { databaseUrl } : { redisUrl }), log, timing });
  const coordination =
    redisUrl === undefined
      ? await createPostgresCoordination(db, log)
      : await createRedisCoordination({ redisUrl, log, lockExpirySeconds: 1 });
  const clock = { now: () => new Date(), set: () => undefined, advance: () => undefined };
  const mail = { target: { host: "127.0.0.1", port: smtpPort, secure: false, user: null, pass: null }, fromAddress: "letters@example.org" };
  const fakes = testDeps({ db, clock, config: { ...testConfig, embeddedMail: false, mail } });
  const deps = { ...fakes, ...coordination, jobs, mailer: createMailer() };
  const system = systemActor();

  // The lock of a sweep that was killed is free again in a moment.
  while ((await coordination.locks.tryLock("release-letters", nothing)) === null);
  // Nobody else lives: whatever is claimed belonged to a process that was killed.
  await releaseLetters(deps, system, { leaseSeconds: 0 });
  await jobs.startWorkers({
    ...idle,
    "email.send-letters": (payload) => sendLetters(deps, system, payload),
    "influence.release-letters": async ({ quick }) => {
      await releaseLetters(deps, system, { quick });
    },
  });
};

const methods = { start: work };
export type LettersProcess = typeof methods;
serveTestProcess(methods);

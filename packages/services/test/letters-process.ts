import { createDb } from "@cml/db";
import { systemActor } from "@cml/domain/kernel";
import { createMailer } from "@cml/integrations/email";
import { testConfig, testDeps } from "@cml/testing";
import { serveTestProcess } from "@cml/testing/processes";
import { releaseLetters, sendLetter } from "@cml/services/influence";

const connections = 4;
const pauseMs = 20;
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Sends whatever is due, four letters at a time, until it is killed: release, queue, hand-over, as the server does. */
const work = async (smtpPort: number): Promise<never> => {
  const clock = { now: () => new Date(), set: () => undefined, advance: () => undefined };
  const mail = { target: { host: "127.0.0.1", port: smtpPort, secure: false, user: null, pass: null }, fromAddress: "letters@example.org" };
  const fakes = testDeps({
    db: createDb(process.env["TEST_DATABASE_URL"] ?? "", { max: 6 }),
    clock,
    config: { ...testConfig, embeddedMail: false, mail },
  });
  const deps = { ...fakes, mailer: createMailer() };
  const system = systemActor();
  const waiting: string[] = [];
  const sender = async (): Promise<never> => {
    for (;;) {
      const letterId = waiting.shift();
      if (letterId === undefined) await wait(pauseMs);
      else await sendLetter(deps, system, { letterId });
    }
  };
  for (let n = 0; n < connections; n += 1) void sender();
  for (;;) {
    await releaseLetters(deps, system, { leaseSeconds: 1, lostSeconds: 2 });
    await deps.jobs.run("email.send-letters", async ({ letterIds }) => void waiting.push(...letterIds));
    await wait(pauseMs);
  }
};

const methods = {
  /** Answers at once; the work goes on until the end of the process. */
  start: (smtpPort: number): void => void work(smtpPort),
};
export type LettersProcess = typeof methods;
serveTestProcess(methods);

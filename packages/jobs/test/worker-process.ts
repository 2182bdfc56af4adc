import { serveTestProcess } from "@cml/testing/processes";
import { createJobs, type Processors } from "@cml/jobs";
import { idleProcessors, quickTiming, silentLog } from "./idle-processors";

// A second process with a worker of its own. `map.run-import` never ends here, so the job is in hand when it is killed.
const taken: string[] = [];
const neverEnding: Processors = {
  ...idleProcessors,
  "map.run-import": ({ importId }) => {
    taken.push(importId);
    return new Promise(() => undefined);
  },
};

const connection = { databaseUrl: process.env["TEST_DATABASE_URL"] ?? "", redisUrl: process.env["TEST_REDIS_URL"] };
const jobs = await createJobs({
  ...(connection.redisUrl === undefined ? { databaseUrl: connection.databaseUrl } : { redisUrl: connection.redisUrl }),
  log: silentLog,
  timing: quickTiming,
});

const methods = {
  work: async () => {
    await jobs.startWorkers(neverEnding);
  },
  taken: () => taken,
};
export type WorkerProcess = typeof methods;

serveTestProcess(methods);

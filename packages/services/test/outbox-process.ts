import { createDb, transaction } from "@cml/db";
import { fakeJobs, testDeps } from "@cml/testing";
import { serveTestProcess } from "@cml/testing/processes";
import { queueJob } from "@cml/services/platform";

// Commits a change with a job and then hangs for ever in handing the job on.
const db = createDb(process.env["TEST_DATABASE_URL"] ?? "", { max: 2 });

const methods = {
  commitAndHang: (mailId: string): Promise<void> =>
    new Promise((handingOn, failed) => {
      const addMany = () => {
        handingOn();
        return new Promise<never>(() => undefined);
      };
      const deps = testDeps({ db, jobs: { ...fakeJobs(), addMany } });
      deps.clock.set(new Date());
      transaction(db, (tx) => queueJob(deps, tx, { name: "email.send-template-mail", payload: { mailId } })).catch(failed);
    }),
};
export type OutboxProcess = typeof methods;

serveTestProcess(methods);

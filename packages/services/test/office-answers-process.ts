import { createDb } from "@cml/db";
import { systemActor } from "@cml/domain/kernel";
import { mailOfficeAnswers } from "@cml/services/influence";
import { testDeps } from "@cml/testing";
import { serveTestProcess } from "@cml/testing/processes";

const clock = { now: () => new Date(), set: () => undefined, advance: () => undefined };

/** Mails what is approved, as the worker of the server does, until it is killed. */
const methods = {
  start: (): void => {
    const deps = testDeps({ db: createDb(process.env["TEST_DATABASE_URL"] ?? "", { max: 3 }), clock });
    void mailOfficeAnswers(deps, systemActor());
  },
};
export type OfficeAnswersProcess = typeof methods;
serveTestProcess(methods);

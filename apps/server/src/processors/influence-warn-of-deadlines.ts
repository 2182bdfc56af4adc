import { systemActor } from "@cml/domain/kernel";
import type { Processor } from "@cml/jobs";
import type { Deps } from "@cml/services";
import { warnOfDeadlines } from "@cml/services/influence";

export const influenceWarnOfDeadlines =
  (deps: Deps): Processor<"influence.warn-of-deadlines"> =>
  async () => {
    await warnOfDeadlines(deps, systemActor());
  };

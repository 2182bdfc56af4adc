import { systemActor } from "@cml/domain/kernel";
import type { Processor } from "@cml/jobs";
import type { Deps } from "@cml/services";
import { mailResults } from "@cml/services/influence";

export const influenceMailResults =
  (deps: Deps): Processor<"influence.mail-results"> =>
  async () => {
    await mailResults(deps, systemActor());
  };

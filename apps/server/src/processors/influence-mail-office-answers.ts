import { systemActor } from "@cml/domain/kernel";
import type { Processor } from "@cml/jobs";
import type { Deps } from "@cml/services";
import { mailOfficeAnswers } from "@cml/services/influence";

export const influenceMailOfficeAnswers =
  (deps: Deps): Processor<"influence.mail-office-answers"> =>
  async () => {
    await mailOfficeAnswers(deps, systemActor());
  };

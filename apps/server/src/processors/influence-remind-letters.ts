import { systemActor } from "@cml/domain/kernel";
import type { Processor } from "@cml/jobs";
import type { Deps } from "@cml/services";
import { remindOfLetters } from "@cml/services/influence";

export const influenceRemindLetters =
  (deps: Deps): Processor<"influence.remind-letters"> =>
  async () => {
    await remindOfLetters(deps, systemActor());
  };

import { systemActor } from "@cml/domain/kernel";
import type { Processor } from "@cml/jobs";
import type { Deps } from "@cml/services";
import { purgeLetters } from "@cml/services/influence";

export const influencePurgeLetters =
  (deps: Deps): Processor<"influence.purge-letters"> =>
  async () => {
    await purgeLetters(deps, systemActor());
  };

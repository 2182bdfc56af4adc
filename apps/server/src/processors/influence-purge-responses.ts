import { systemActor } from "@cml/domain/kernel";
import type { Processor } from "@cml/jobs";
import type { Deps } from "@cml/services";
import { purgeResponses } from "@cml/services/influence";

export const influencePurgeResponses =
  (deps: Deps): Processor<"influence.purge-responses"> =>
  async () => {
    await purgeResponses(deps, systemActor());
  };

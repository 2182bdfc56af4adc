import { systemActor } from "@cml/domain/kernel";
import type { Processor } from "@cml/jobs";
import type { Deps } from "@cml/services";
import { countFactsOfReplies } from "@cml/services/influence";

export const influenceCountReplies =
  (deps: Deps): Processor<"influence.count-replies"> =>
  async () => {
    await countFactsOfReplies(deps, systemActor());
  };

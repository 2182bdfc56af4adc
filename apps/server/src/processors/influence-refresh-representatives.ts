import { systemActor } from "@cml/domain/kernel";
import type { Processor } from "@cml/jobs";
import type { Deps } from "@cml/services";
import { refreshRepresentatives } from "@cml/services/influence";

export const influenceRefreshRepresentatives =
  (deps: Deps): Processor<"influence.refresh-representatives"> =>
  async () => {
    await refreshRepresentatives(deps, systemActor());
  };

import { systemActor } from "@cml/domain/kernel";
import type { Processor } from "@cml/jobs";
import type { Deps } from "@cml/services";
import { refreshCouncil } from "@cml/services/influence";

export const influenceRefreshCouncil =
  (deps: Deps): Processor<"influence.refresh-council"> =>
  ({ setSlug }) =>
    refreshCouncil(deps, systemActor(), setSlug);

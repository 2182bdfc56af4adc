import { systemActor } from "@cml/domain/kernel";
import type { Processor } from "@cml/jobs";
import type { Deps } from "@cml/services";
import { refreshCode } from "@cml/services/influence";

export const influenceRefreshLookUp =
  (deps: Deps): Processor<"influence.refresh-look-up"> =>
  ({ postalCode }) =>
    refreshCode(deps, systemActor(), postalCode);

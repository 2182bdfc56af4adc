import { systemActor } from "@cml/domain/kernel";
import type { Processor } from "@cml/jobs";
import type { Deps } from "@cml/services";
import { settleResponse } from "@cml/services/influence";

export const influenceSettleResponse =
  (deps: Deps): Processor<"influence.settle-response"> =>
  async (payload) => {
    await settleResponse(deps, systemActor(), payload);
  };

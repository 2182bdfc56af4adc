import { systemActor } from "@cml/domain/kernel";
import type { Processor } from "@cml/jobs";
import type { Deps } from "@cml/services";
import { boxResponsePicture } from "@cml/services/influence";

export const influenceBoxResponsePicture =
  (deps: Deps): Processor<"influence.box-response-picture"> =>
  async (payload) => {
    await boxResponsePicture(deps, systemActor(), payload);
  };

import { systemActor } from "@cml/domain/kernel";
import type { Processor } from "@cml/jobs";
import type { Deps } from "@cml/services";
import { sweepResponsePictures } from "@cml/services/influence";

export const influenceSweepResponsePictures =
  (deps: Deps): Processor<"influence.sweep-response-pictures"> =>
  async () => {
    await sweepResponsePictures(deps, systemActor());
  };

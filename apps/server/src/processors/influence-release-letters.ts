import { systemActor } from "@cml/domain/kernel";
import type { Processor } from "@cml/jobs";
import type { Deps } from "@cml/services";
import { releaseLetters } from "@cml/services/influence";

export const influenceReleaseLetters =
  (deps: Deps): Processor<"influence.release-letters"> =>
  async ({ quick }) => {
    await releaseLetters(deps, systemActor(), { quick });
  };

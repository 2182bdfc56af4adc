import { systemActor } from "@cml/domain/kernel";
import type { Processor } from "@cml/jobs";
import type { Deps } from "@cml/services";
import { askWhatBecame } from "@cml/services/influence";

export const influenceAskWhatBecame =
  (deps: Deps): Processor<"influence.ask-what-became"> =>
  async () => {
    await askWhatBecame(deps, systemActor());
  };

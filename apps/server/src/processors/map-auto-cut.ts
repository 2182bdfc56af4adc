import type { Processor } from "@cml/jobs";
import type { Deps } from "@cml/services";
import { runTurfPlan } from "@cml/services/map";

export const mapAutoCut =
  (deps: Deps): Processor<"map.auto-cut"> =>
  ({ planId }, { lastAttempt }) =>
    runTurfPlan(deps, { planId, isLastTry: lastAttempt });

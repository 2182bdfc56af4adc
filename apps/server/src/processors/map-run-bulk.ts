import type { Processor } from "@cml/jobs";
import type { Deps } from "@cml/services";
import { runBulk } from "@cml/services/map";

export const mapRunBulk =
  (deps: Deps): Processor<"map.run-bulk"> =>
  ({ bulkId, way }, { lastAttempt }) =>
    runBulk(deps, { id: bulkId, way, isLastTry: lastAttempt });

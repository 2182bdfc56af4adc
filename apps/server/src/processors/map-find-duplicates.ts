import type { Processor } from "@cml/jobs";
import type { Deps } from "@cml/services";
import { findDuplicates } from "@cml/services/map";

export const mapFindDuplicates =
  (deps: Deps): Processor<"map.find-duplicates"> =>
  async () => {
    const pairs = await findDuplicates(deps);
    deps.logger.info({ pairs }, "looked for buildings entered twice");
  };

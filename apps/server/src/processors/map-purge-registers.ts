import type { Processor } from "@cml/jobs";
import type { Deps } from "@cml/services";
import { purgeRegisters } from "@cml/services/map";

export const mapPurgeRegisters =
  (deps: Deps): Processor<"map.purge-registers"> =>
  async () => {
    await purgeRegisters(deps);
  };

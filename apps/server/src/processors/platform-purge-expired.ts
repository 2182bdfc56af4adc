import type { Processor } from "@cml/jobs";
import type { Deps } from "@cml/services";
import { sweepCovers } from "@cml/services/influence";
import { forgetOldGeocodes, forgetOldTurfPlans } from "@cml/services/map";
import { purgeExpired, sweepUploads } from "@cml/services/platform";

export const platformPurgeExpired =
  (deps: Deps): Processor<"platform.purge-expired"> =>
  async () => {
    await purgeExpired(deps);
    await sweepCovers(deps);
    await sweepUploads(deps);
    await forgetOldGeocodes(deps);
    await forgetOldTurfPlans(deps);
  };

import type { Processor } from "@cml/jobs";
import type { Deps } from "@cml/services";
import { purgeExpired } from "@cml/services/platform";

export const platformPurgeExpired =
  (deps: Deps): Processor<"platform.purge-expired"> =>
  () =>
    purgeExpired(deps);

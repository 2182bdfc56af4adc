import { systemActor } from "@cml/domain/kernel";
import type { Processor } from "@cml/jobs";
import type { Deps } from "@cml/services";
import { expireCredentials } from "@cml/services/auth";

export const platformExpireCredentials =
  (deps: Deps): Processor<"platform.expire-credentials"> =>
  () =>
    expireCredentials(deps, systemActor());

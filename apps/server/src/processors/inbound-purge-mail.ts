import { systemActor } from "@cml/domain/kernel";
import type { Processor } from "@cml/jobs";
import type { Deps } from "@cml/services";
import { purgeInbound } from "@cml/services/influence";

export const inboundPurgeMail =
  (deps: Deps): Processor<"inbound.purge-mail"> =>
  async () => {
    await purgeInbound(deps, systemActor());
  };

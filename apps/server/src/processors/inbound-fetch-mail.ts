import { systemActor } from "@cml/domain/kernel";
import type { Processor } from "@cml/jobs";
import type { Deps } from "@cml/services";
import { fetchInbound } from "@cml/services/influence";

export const inboundFetchMail =
  (deps: Deps): Processor<"inbound.fetch-mail"> =>
  async () => {
    await fetchInbound(deps, systemActor());
  };

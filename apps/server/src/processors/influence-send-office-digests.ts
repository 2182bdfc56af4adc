import { systemActor } from "@cml/domain/kernel";
import type { Processor } from "@cml/jobs";
import type { Deps } from "@cml/services";
import { sendOfficeDigests } from "@cml/services/influence";

export const influenceSendOfficeDigests =
  (deps: Deps): Processor<"influence.send-office-digests"> =>
  async () => {
    await sendOfficeDigests(deps, systemActor());
  };

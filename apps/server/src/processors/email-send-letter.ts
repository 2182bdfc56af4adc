import { systemActor } from "@cml/domain/kernel";
import type { Processor } from "@cml/jobs";
import type { Deps } from "@cml/services";
import { sendLetter } from "@cml/services/influence";

export const emailSendLetter =
  (deps: Deps): Processor<"email.send-letter"> =>
  ({ letterId }) =>
    sendLetter(deps, systemActor(), { letterId });

import { systemActor } from "@cml/domain/kernel";
import type { Processor } from "@cml/jobs";
import type { Deps } from "@cml/services";
import { sendLetters } from "@cml/services/influence";

export const emailSendLetters =
  (deps: Deps): Processor<"email.send-letters"> =>
  (payload) =>
    sendLetters(deps, systemActor(), payload);

import { systemActor } from "@cml/domain/kernel";
import type { Processor } from "@cml/jobs";
import type { Deps } from "@cml/services";
import { sendTemplateMail } from "@cml/services/content";

export const emailSendTemplateMail =
  (deps: Deps): Processor<"email.send-template-mail"> =>
  ({ mailId }) =>
    sendTemplateMail(deps, systemActor(), { mailId });
